# The directory.
directory-title = ڈائریکٹری
directory-words = الفاظ
directory-words-hint = نام، عنوان، مہارتیں؛ تینوں میں سے کسی زبان میں
directory-facets = محدود کریں
directory-clear = سب ہٹائیں
directory-facet-side = فریق
directory-facet-kind = شریک کی قسم
directory-facet-post = طلب یا پیشکش
directory-facet-sort = اعلان کی قسم
directory-facet-sector = شعبہ
directory-facet-skill = مہارت
directory-facet-city = شہر
