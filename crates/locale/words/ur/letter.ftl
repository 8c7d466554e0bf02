# Letters. Each has a subject, its words and what its button says.
letter-hello = السلام علیکم،
letter-why = یہ خط { $address } پر آپ کے کھاتے کی وجہ سے ہے۔ اس پتے پر جواب کوئی نہیں پڑھتا۔
letter-link = اگر بٹن کام نہ کرے تو یہ پتہ کھولیں:
letter-message = ان کے الفاظ:
letter-reason = بتائی گئی وجہ:
letter-sign-in-subject = سائن اِن کا لنک
letter-sign-in-text = { $n ->
    [one] اس لنک سے سائن اِن کریں۔ یہ { $n } منٹ اور صرف ایک بار کارآمد ہے۔ اگر آپ نے نہیں مانگا تو رہنے دیں، کچھ نہیں ہوگا۔
   *[other] اس لنک سے سائن اِن کریں۔ یہ { $n } منٹ اور صرف ایک بار کارآمد ہے۔ اگر آپ نے نہیں مانگا تو رہنے دیں، کچھ نہیں ہوگا۔
}
letter-sign-in-action = سائن اِن کریں
letter-introduction-requested-subject = { $from } کی { $to } سے ملنے کی خواہش
letter-introduction-requested-text = { $from } کی درخواست ہے کہ { $to } سے تعارف کرایا جائے۔ جواب آپ کی مرضی پر ہے؛ نجی انکار بھی ممکن ہے، جو بےجواب درخواست جیسا دکھتا ہے۔
letter-introduction-requested-action = درخواست دیکھیں
letter-introduction-accepted-subject = { $to } کی طرف سے ہاں
letter-introduction-accepted-text = { $to } کو { $from } سے تعارف منظور ہے۔ ہر فریق متعارف فریقوں کے لیے جو کچھ کھولتا ہے وہ اب نظر آتا ہے۔
letter-introduction-accepted-action = رابطے کی تفصیل دیکھیں
letter-introduction-declined-subject = { $to } کی طرف سے معذرت
letter-introduction-declined-text = { $to } کو فی الحال { $from } سے تعارف منظور نہیں۔
letter-introduction-declined-action = اپنے تعارف دیکھیں
letter-introduction-withdrawn-subject = { $from } کی درخواست واپس
letter-introduction-withdrawn-text = { $from } کو اب { $to } سے تعارف درکار نہیں۔
letter-introduction-withdrawn-action = اپنے تعارف دیکھیں
letter-introduction-expired-subject = { $to } کی طرف سے جواب نہیں آیا
letter-introduction-expired-text = { $to } سے تعارف کے لیے { $from } کی درخواست بغیر جواب کے ختم ہو گئی۔
letter-introduction-expired-action = اپنے تعارف دیکھیں
letter-post-published-subject = شائع ہو گیا: { $title }
letter-post-published-text = آپ کا اشتہار ”{ $title }“ جانچ کے بعد شائع ہو گیا ہے۔ اس کے جوڑ آپ کے لیے تازہ رکھے جاتے ہیں۔
letter-post-published-action = اس کے جوڑ دیکھیں
letter-post-refused-subject = شائع نہیں ہوا: { $title }
letter-post-refused-text = آپ کا اشتہار ”{ $title }“ جانچ کے بعد اس شکل میں شائع نہیں ہوا۔ آپ اسے بدل کر دوبارہ بھیج سکتے ہیں۔
letter-post-refused-action = اشتہار دیکھیں
letter-post-expiring-subject = جلد ختم ہوگا: { $title }
letter-post-expiring-text = آپ کا اشتہار ”{ $title }“ { $day } کو ختم ہوگا۔ اگر اب بھی درست ہے تو اس کی تجدید کریں۔
letter-post-expiring-action = تجدید کریں
letter-post-expired-subject = ختم ہو گیا: { $title }
letter-post-expired-text = آپ کا اشتہار ”{ $title }“ ختم ہو گیا ہے اور اب جوڑا نہیں جاتا۔ آپ اسے دوبارہ شائع کر سکتے ہیں۔
letter-post-expired-action = اشتہار دیکھیں
letter-other-subject = { $address } سے خبر
letter-other-text = آپ کے لیے ایک خبر ہے۔
letter-other-action = دیکھیں
