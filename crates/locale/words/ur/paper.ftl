# طباعت شدہ دستاویزات۔
paper-notes = نوٹ اور ماخذ
paper-page = صفحہ { $page } از { $pages }
paper-date = تاریخ
paper-note = نوٹ { $number }
paper-table = جدول { $number }
paper-figure = شکل { $number }
