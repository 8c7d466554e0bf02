# داخل کردہ مواد میں کیا غلط ہے، کہاں، اور درستی کیسے ہو۔
severity-note = نوٹ
severity-warning = انتباہ
severity-fault = خرابی

finding-cause = وجہ
finding-cure = حل
finding-place = مقام
finding-line = سطر { $line }
finding-row = قطار { $row }
finding-field = خانہ { $field }

finding-count-note = { $n ->
    [one] { $n } نوٹ
   *[other] { $n } نوٹ
}
finding-count-warning = { $n ->
    [one] { $n } انتباہ
   *[other] { $n } انتباہات
}
finding-count-fault = { $n ->
    [one] { $n } خرابی
   *[other] { $n } خرابیاں
}
finding-none = کوئی خرابی نہیں ملی۔
