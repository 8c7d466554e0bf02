# دو لوگوں نے ایک ہی اندراج بدلا۔
conflict-title = کسی اور نے پہلے بدل دیا
conflict-lead = کچھ بھی مٹا نہیں، اور آپ کا لکھا نیچے محفوظ ہے۔ جہاں دونوں میں فرق ہے وہاں چنیں کہ کون سا لیا جائے؛ جو آپ نے نہیں بدلا تھا وہاں نئی عبارت چنی ہوئی ہے۔
conflict-by = بدلنے والا: { $who }۔ وقت: { $when }۔
conflict-both = دونوں صورتیں، خانہ بہ خانہ
conflict-theirs = جیسا اب ہے
conflict-mine = جیسا آپ نے لکھا
conflict-empty = خالی
conflict-save = چنا ہوا محفوظ کریں
conflict-mend = فارم میں ڈال کر آگے لکھیں
conflict-leave = جیسا اب ہے ویسا رہنے دیں
