# Parts of the two views of a match.
part-skills = مہارتیں
part-level = مانگی گئی سطح سے زیادہ مہارت
part-price = قیمت
part-overlap = مشترکہ اوقاتِ کار
part-language = زبان
part-record = سابقہ کارکردگی
part-capacity = گنجائش
part-sector = شعبہ
part-role = کردار
part-workload = کام کا بوجھ
part-length = دورانیہ

match-score = { $of } میں سے { $points }
match-view-asker = طلب گار کی نظر میں
match-view-offerer = پیش کنندہ کی نظر میں
match-mutual = { $less } × { $low } + { $more } × { $high } = { $score }: دونوں میں سے کم مطمئن فریق { $less } بار گنا جاتا ہے۔
match-none = کوئی بھی تمام شرائط پر پورا نہیں اترتا۔
match-admitted = { $n ->
    [one] { $n } پیشکش تمام شرائط پر پوری اترتی ہے
   *[other] { $n } پیشکشیں تمام شرائط پر پوری اترتی ہیں
}

# Why a part earned what it earned.
why-skill-direct = { $asked } سطح { $level } پر مانگی گئی؛ پیشکش میں سطح { $offered } پر موجود ہے
why-skill-implied = { $asked } سطح { $level } پر مانگی گئی؛ پیشکش میں { $via } سطح { $offered } پر ہے جو { $asked } کے { $strength } کے برابر ہے: مالیت { $worth }
why-skill-none = { $asked } سطح { $level } پر مانگی گئی؛ پیشکش میں اس کے قریب کچھ نہیں
why-price = بجٹ اور نرخ میں { $have } فی گھنٹہ کا فرق؛ پورے نمبروں کے لیے { $want }
why-overlap = کم ترین دن میں { $have } مشترک؛ { $want } مطلوب
why-language = { $language } { $asked } مانگی گئی؛ پیشکش میں { $offered }
why-language-none = { $language } { $asked } مانگی گئی؛ پیشکش میں نہیں
why-record = تجربے کے سالوں، حوالوں اور تصدیق شدہ نتائج کے { $want } میں سے { $have } نمبر
why-capacity = مانگے گئے افراد سے { $have } زیادہ؛ پورے نمبروں کے لیے { $want }
why-role = دونوں کردار { $have } ملتے جلتے ہیں
why-workload = ہفتے میں { $want } میں سے { $have } گھنٹے
why-length = { $have } دن کا کام؛ { $want } مطلوب
why-sector-shared = دونوں نے { $sector } لکھا ہے
why-sector-none = کوئی شعبہ مشترک نہیں
why-unstated = دونوں نے نہیں بتایا
why-nothing-asked = یہاں کچھ نہیں مانگا گیا

# The hard rules.
rule-kind = اعلان کی قسم
rule-sides = راہداری کے اطراف
rule-exclusion = استثنا
rule-skill = لازمی مہارت
rule-budget = بجٹ
rule-capacity = افراد
rule-hours = ہفتہ وار گھنٹے
rule-dates = تاریخیں
rule-length = دورانیہ
rule-overlap = مشترکہ اوقاتِ کار
rule-language = زبان
rule-certification = سند
rule-registration = اندراج
rule-references = حوالے

# Why a pair is kept apart.
whynot-passes = یہ جوڑا تمام شرائط پر پورا اترتا ہے؛ صرف درجہ بندی اسے فہرست سے باہر رکھتی ہے۔
whynot-one = ایک ہی تبدیلی کافی ہے۔
whynot-many = { $n ->
    [one] { $n } شرط پوری نہیں ہوتی
   *[other] { $n } شرائط پوری نہیں ہوتیں، اس لیے کوئی ایک تبدیلی کافی نہیں
}
whynot-fails = { $n ->
    [one] { $n } لازمی شرط پوری نہیں ہوتی
   *[other] { $n } لازمی شرائط پوری نہیں ہوتیں
}
whynot-score = اگر تمام شرائط پوری ہوتیں تو اسے { $of } میں سے { $score } ملتے۔
fail-kind = طلب اور پیشکش مختلف قسم کی ہیں
fail-sides = دونوں فریق مخالف اطراف کے نہیں ہیں
fail-exclusion = { $about } مستثنیٰ ہے
fail-skill = { $about }: مالیت { $have }، مطلوب { $want }
fail-skill-via = { $about }: { $via } کے ذریعے مالیت { $have }، مطلوب { $want }
fail-budget = نرخ { $have } فی گھنٹہ ہے، بجٹ { $want }
fail-capacity = { $have } افراد پیش، { $want } مطلوب
fail-hours = ہفتے میں { $have } گھنٹے پیش، { $want } مطلوب
fail-dates = کام کے { $want } میں سے { $have } دن فارغ
fail-length = { $have } دن کا کام، کم از کم { $want } مطلوب
fail-overlap = کم ترین دن میں { $have } مشترک، کم از کم { $want } مطلوب
fail-language = { $about }: پیشکش { $have }، مطلوب { $want }
fail-language-none = { $about } سطح { $want } پر مطلوب ہے اور پیش نہیں کی گئی
fail-certification = { $about } موجود نہیں
fail-registration = { $about } موجود نہیں
fail-references = { $have } حوالے دیے گئے، { $want } مطلوب

# The smallest change that mends a rule.
change-asker = طلب گار: { $what }
change-offerer = پیش کنندہ: { $what }
change-ask-level = { $skill } سطح { $to } پر قبول کرے
change-ask-drop-must = { $skill } کو لازمی نہ رکھے
change-offer-level = { $skill } میں سطح { $to } تک پہنچے
change-budget = بجٹ بڑھا کر { $to } کرے
change-rate = نرخ گھٹا کر { $to } کرے
change-people-ask = { $to } افراد مانگے
change-people-offer = { $to } افراد پیش کرے
change-hours-ask = ہفتے میں { $to } گھنٹے مانگے
change-hours-offer = ہفتے میں { $to } گھنٹے پیش کرے
change-days-ask = کام { $to } دن کا کرے
change-days-offer = { $to } دن قبول کرے
change-overlap-least = { $to } مشترکہ وقت قبول کرے
change-period = کام { $from } – { $until } پر لے جائے
change-available = { $day } کو فارغ ہو
change-drop = { $what } مانگنا چھوڑ دے
change-unexclude = { $what } کو مستثنیٰ نہ رکھے
change-gain = { $what } حاصل کرے
change-language-ask = { $what } سطح { $to } پر قبول کرے
change-language-offer = { $what } میں سطح { $to } تک پہنچے
change-references-ask = { $to } حوالے مانگے
change-references-offer = { $to } حوالے دے
change-shift-later = { $by } دیر سے کام کرے
change-shift-earlier = { $by } پہلے کام کرے
change-none = اس طرف سے کوئی تبدیلی کافی نہیں
