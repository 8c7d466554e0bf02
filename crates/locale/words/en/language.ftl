# Languages people speak, by ISO 639 code.
language-en = English
language-fr = French
language-ur = Urdu
language-pa = Punjabi
language-ps = Pashto
language-sd = Sindhi
language-bal = Balochi
language-ar = Arabic
language-zh = Chinese
language-es = Spanish
language-de = German
language-hi = Hindi
language-fa = Persian
language-tr = Turkish
language-skill = { $language } ({ $level })
