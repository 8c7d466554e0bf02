# اعلانات: کیا مطلوب ہے اور کیا پیش کیا جا رہا ہے۔
post-ask = طلب
post-offer = پیشکش
kind-service = خدمت
kind-capital = سرمایہ
kind-mentorship = سرپرستی
kind-market-access = منڈی تک رسائی
kind-research = تحقیق
kind-placement = تعیناتی
kind-venture = مشترکہ کاروبار
kind-practice = عملی طریقہ
ask-count = { $n ->
    [one] { $n } طلب
   *[other] { $n } طلبات
}
offer-count = { $n ->
    [one] { $n } پیشکش
   *[other] { $n } پیشکشیں
}
