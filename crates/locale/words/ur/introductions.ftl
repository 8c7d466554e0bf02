# Introductions.
introduction-waiting = { $n ->
    [one] { $n } آپ کے جواب کا منتظر
   *[other] { $n } آپ کے جواب کے منتظر
}
introduction-rest = باقی سب
introduction-none-waiting = کوئی آپ کے جواب کا منتظر نہیں۔
introduction-none = ابھی کوئی نہیں۔
introduction-dates = { $day } کو طلب، { $until } تک انتظار
introduction-answer = آپ کے الفاظ، اگر چاہیں
introduction-answered = جواب
introduction-accept = ہاں، تعارف کرائیں
introduction-decline = نہیں، اور بتا دیں
introduction-veto = نہیں، نجی طور پر
introduction-veto-words = نجی انکار دوسرے کو بلا جواب درخواست نظر آتا ہے اور آئندہ درخواستیں روک دیتا ہے۔
introduction-withdraw = واپس لیں
introduction-ask = ان سے ملنا ہے؟
introduction-ask-words = جواب دینا ان کا فیصلہ ہے۔ ہاں کی صورت میں ہر ایک کو وہ نظر آئے گا جو دوسرا متعارف لوگوں کو دکھاتا ہے۔
introduction-message = پیغام
introduction-request = تعارف کی درخواست کریں
introduction-state-requested = درخواست کی گئی، جواب نہیں
introduction-state-accepted = تعارف ہو گیا
introduction-state-declined = انکار
introduction-state-vetoed = نجی انکار
introduction-state-expired = کوئی جواب نہیں
introduction-state-withdrawn = واپس لی گئی
said-introduction-requested = درخواست بھیج دی گئی۔ جواب آنے پر خبر ہو گی۔
said-introduction-accepted = تعارف ہو گیا۔
said-introduction-declined = انکار کر دیا گیا۔
said-introduction-vetoed = نجی طور پر انکار کر دیا گیا۔
said-introduction-withdrawn = واپس لے لی گئی۔
