# What fits a post, and why.
matches-title = کیا موزوں ہے
matches-lead = ”{ $title }“ کے لیے، { $day } تک۔ سب کے لیے قواعد اور وزن یکساں ہیں۔
matches-see = دیکھیں کیا موزوں ہے
matches-why = کیوں؟
pair-title = ایک طلب، ایک پیشکش
pair-part = حصہ
pair-points = نمبر
pair-why = وجہ
pair-apart = کیا مانع ہے
pair-rate-closed = نرخ یا بجٹ آپ کے لیے بند ہے: صرف اس کے نمبر دکھائے گئے ہیں۔
