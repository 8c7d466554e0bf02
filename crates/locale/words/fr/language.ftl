# Langues parlées, par code ISO 639.
language-en = anglais
language-fr = français
language-ur = ourdou
language-pa = pendjabi
language-ps = pachto
language-sd = sindhi
language-bal = baloutchi
language-ar = arabe
language-zh = chinois
language-es = espagnol
language-de = allemand
language-hi = hindi
language-fa = persan
language-tr = turc
language-skill = { $language } ({ $level })
