# اکائیاں: ان کی تعداد، اور ہر ایک کے حساب سے۔
unit-minute = { $n ->
    [one] { $n } منٹ
   *[other] { $n } منٹ
}
unit-hour = { $n ->
    [one] { $n } گھنٹہ
   *[other] { $n } گھنٹے
}
unit-day = { $n ->
    [one] { $n } دن
   *[other] { $n } دن
}
unit-week = { $n ->
    [one] { $n } ہفتہ
   *[other] { $n } ہفتے
}
unit-month = { $n ->
    [one] { $n } مہینہ
   *[other] { $n } مہینے
}
unit-year = { $n ->
    [one] { $n } سال
   *[other] { $n } سال
}
unit-person = { $n ->
    [one] { $n } فرد
   *[other] { $n } افراد
}

per-minute = فی منٹ
per-hour = فی گھنٹہ
per-day = فی دن
per-week = فی ہفتہ
per-month = فی ماہ
per-year = فی سال
per-person = فی فرد
per-fixed = مقررہ قیمت

# قیمت اور کس حساب سے: Rs 1,234.50 فی گھنٹہ۔
price-per = { $price } { $per }
