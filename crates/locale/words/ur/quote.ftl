# A quote: its title and its deal.
quote-title = کتنا خرچ آتا ہے اور کتنا بچتا ہے
quote-title-way = { $way }: کتنا خرچ آتا ہے اور کتنا بچتا ہے
quote-lead = قانون اور اعداد { $date } کے ہیں۔ رقوم درست ہیں؛ ہر سطر ایک ہی بار سینٹ یا پیسے تک گول کی گئی ہے۔
quote-deal = معاہدہ
quote-team = ٹیم
quote-member = { $people } × { $occupation }، { $seniority }
quote-assumed-by-you = آپ کا مقرر کردہ: { $name }
quote-foot = پُل، پیک { $pack } { $version }، { $hash }
quote-scope = یہ عوامی قواعد اور بیان کردہ مفروضوں سے تخمینہ ہے؛ ٹیکس یا قانونی مشورہ نہیں۔

# All ways beside each other.
quote-ways = تمام طریقے ساتھ ساتھ
quote-way = طریقہ
quote-cost = خرچ
quote-before-credits = کریڈٹ سے پہلے
quote-net = فراہم کنندہ کے پاس
quote-in = { $what }، { $currency }
quote-saving = بچت
quote-saving-before = کریڈٹ سے پہلے بچت
quote-headline = سرخی
quote-best = تحقیقی کریڈٹ شامل کر کے سب سے سستا: { $way }۔
quote-best-before = تحقیقی کریڈٹ سے پہلے سب سے سستا: { $way }۔
quote-best-both = تحقیقی کریڈٹ کے ساتھ اور بغیر، سب سے سستا: { $way }۔
quote-columns = خرچ: خریدار جو کچھ دیتا ہے، منہا جو واپس ملتا ہے۔ بچت: { $baseline } کے مقابلے میں، دونوں طرف تحقیقی کریڈٹ گن کر۔ سرخی: صرف تنخواہ اور فیس پر بچت۔
quote-numbered = { $n }۔ { $way }
quote-number = ({ $n })
quote-saves = { $way }: تحقیقی کریڈٹ شامل کر کے { $baseline } کے مقابلے میں { $percent } بچت، کریڈٹ سے پہلے { $before }۔ صرف تنخواہ اور فیس کا موازنہ { $headline } بتاتا۔
quote-costs-more = { $way }: تحقیقی کریڈٹ شامل کر کے { $baseline } سے مہنگا ({ $percent })، کریڈٹ سے پہلے { $before }۔ صرف تنخواہ اور فیس کا موازنہ { $headline } بتاتا۔
quote-chart = ہر طریقے کا خریدار پر خرچ، { $currency }
quote-chart-words = ہر طریقے کے خرچ کی پٹیاں، تحقیقی کریڈٹ سمیت۔ اعداد اوپر کی جدول میں ہیں۔
quote-both-currencies = دونوں کرنسیوں میں کل رقوم
quote-buyer = خریدار کی طرف
quote-supplier = فراہم کنندہ کی طرف
quote-per = فی ماہ، فی کس اور فی گھنٹہ
quote-per-month = فی ماہ
quote-per-person = فی کس
quote-per-hour = فی گھنٹہ
quote-hours = { $people } افراد، { $months } مہینے، کل { $hours } گھنٹے کام۔

# Lines.
quote-lines = سطر بہ سطر
quote-line = سطر
quote-total-cost = خریدار کا کل خرچ
quote-total-before = یہی، کریڈٹ سے پہلے
quote-total-net = فراہم کنندہ کے پاس رہتا ہے
quote-becomes = { $label }: تبدیل ہو کر
quote-sign = خریدار کی طرف منفی رقم واپس آنے والی ہے؛ فراہم کنندہ کی طرف منفی رقم ادا ہونے والی ہے۔ قوسین والی سطریں بتائی گئی ہیں، گنی نہیں گئیں۔
quote-told = ({ $label })

# Range and tipping points.
quote-range = کتنا فرق ہو سکتا ہے
quote-range-alone = ایک مفروضہ غلط
quote-range-together = سب ایک ہی طرف غلط
quote-range-saving = بچت، ایک مفروضہ غلط
quote-range-net = فراہم کنندہ کی بچت، سب غلط
quote-swing = خرچ کو سب سے زیادہ کیا بدلتا ہے: { $way }
quote-swing-low = نچلی حد پر
quote-swing-high = اوپری حد پر
quote-wages = اجرتیں، تقسیم میں ایک درجہ نیچے یا اوپر
quote-tips = سب سے سستا طریقہ کہاں بدلتا ہے
quote-tip = { $input }: { $before } تک سب سے سستا { $from } ہے؛ { $at } سے { $to }۔
quote-tips-credits = تحقیقی کریڈٹ سمیت
quote-tips-before = تحقیقی کریڈٹ کے بغیر
quote-tips-none = جانچی گئی کسی قدر پر کوئی دوسرا طریقہ سب سے سستا نہیں ہوتا۔
quote-tips-searched = جانچی گئی چیزیں: { $inputs }۔

# Papers, and what to look at twice.
quote-papers = کاغذات اور سوالات
quote-papers-numbers = قوسین میں وہ طریقے ہیں جنہیں اس کی ضرورت ہے؛ نمبر نہ ہو تو دکھائے گئے سب کو۔
quote-who-buyer = خریدار
quote-who-supplier = فراہم کنندہ
quote-who-both = دونوں
quote-kind-form = فارم
quote-kind-certificate = سرٹیفکیٹ
quote-kind-code = کوڈ
quote-kind-clause = شق
quote-kind-question = سوال
quote-kind-filing = گوشوارہ
quote-kind-warning = انتباہ
quote-look-twice = دوبارہ دیکھنے کی چیزیں
quote-assumed = مفروضہ، آپ کا یا پیک کا: { $list }۔
quote-stale = نظرِ ثانی کی تاریخ گزر چکی، دوبارہ دیکھیں: { $list }۔
quote-expired = تخمینے کے دن سے پہلے ختم، آخری معلوم قدر استعمال ہوئی: { $list }۔
quote-not-yet = تخمینے کے دن کے بعد شروع، پہلی معلوم قدر استعمال ہوئی: { $list }۔
quote-medium = صرف ایک ثانوی ماخذ سے: { $list }۔
quote-ends-within = کام ختم ہونے سے پہلے ختم ہونا معلوم ہے، آخر تک استعمال ہوئی: { $list }۔
quote-nothing-twice = کچھ بھی مفروضہ، پرانا یا ختم شدہ نہیں۔

# Where the money goes.
quote-balances = ہر سینٹ کہاں جاتا ہے
quote-party = فریق
quote-exchanged = دوسری کرنسی میں تبدیل
quote-conserved = ہر سینٹ پہنچتا ہے: دونوں کالموں کا حاصل صفر ہے اور بیچ میں کچھ نہیں رہتا۔

# How a figure comes about.
quote-explain = ہر عدد کیسے بنتا ہے
quote-explain-line = { $label }: { $amount }
quote-formula = الفاظ میں
quote-worked = اعداد میں
quote-when = کب لاگو
quote-steps = درمیانی اعداد
quote-step-member = رکن { $n }
quote-inputs = معاہدے سے
quote-parameters = قانون، اعداد و شمار اور مفروضوں سے
quote-parameter = استعمال شدہ عدد
quote-holds = نافذ
quote-holds-from = { $from } سے
quote-holds-until = { $until } تک
quote-holds-both = { $from } سے { $until } تک
quote-holds-always = بلا تاریخ
quote-assumption = مفروضہ: { $reason }
quote-set-by-you = آپ کا مقرر کردہ
quote-mark-stale = پرانا
quote-mark-expired = ختم شدہ
quote-mark-not-yet = ابھی نافذ نہیں
quote-confidence-high = اعلیٰ اعتماد
quote-confidence-medium = درمیانہ اعتماد
quote-source = { $producer }، { $title }۔ پڑھا گیا { $read }۔
quote-source-published = { $producer }، { $title }۔ شائع { $published }، پڑھا گیا { $read }۔
quote-if = اگر
quote-then = تو
quote-else = ورنہ
quote-and = اور
quote-or = یا
quote-not = نہیں
quote-in-list = ان میں سے
quote-otherwise = بصورتِ دیگر
quote-min = سب سے کم
quote-max = سب سے زیادہ
quote-clamp = حدود میں
quote-round = گول کردہ
quote-bands = شرحوں کی تختی
quote-sum = ٹیم کا مجموعہ
quote-per-else = تقسیم بر
quote-point-low = سب سے نچلا
quote-point-lower-quartile = نچلا چوتھائی
quote-point-median = وسطانیہ
quote-point-upper-quartile = اوپری چوتھائی
quote-point-high = سب سے اونچا
quote-unit-hour = گھنٹہ
quote-unit-day = دن
quote-unit-month = مہینہ
quote-unit-year = سال

# How true is a headline?
how-true-title = ”{ $claim } سستا“ کتنا سچ ہے؟
how-true-lead = وہی لوگ، پاکستان سے یا کینیڈا میں بھرتی۔ قانون اور اعداد { $date } کے ہیں۔
how-true-kind = خریدار کی قسم
how-true-answer = سچ؟
how-true-holds = ہاں
how-true-fails = نہیں
how-true-summary = سب کچھ شامل کر کے یہ { $of } میں سے { $n } قسم کے خریداروں کے لیے سچ ہے۔ کریڈٹ سمیت بچت { $least } سے { $most } تک ہے؛ کریڈٹ سے پہلے { $least_before } سے { $most_before } تک۔
how-true-range = ایک مفروضہ غلط
how-true-ways = طریقے کے لحاظ سے بچت، تحقیقی کریڈٹ سمیت
how-true-chart = سب شامل کر کے بچت، تحقیقی کریڈٹ سمیت
how-true-chart-words = ہر قسم کے خریدار کی بچت کی پٹی۔ اعداد اوپر کی جدول میں ہیں۔
how-true-notes = خریداروں کی قسمیں
