# مہارت کی کتنی ضرورت ہے۔
importance-must = لازمی
importance-should = مطلوب
importance-nice = ہو تو بہتر

# مہارت کا درجہ، 1 سے 5۔
level-1 = ابتدائی واقفیت
level-2 = مدد سے کام کرتے ہیں
level-3 = خود کام کرتے ہیں
level-4 = دوسروں کی رہنمائی کرتے ہیں
level-5 = اس کے لیے معروف ہیں
level-of = { $skill }، درجہ { $level } از 5

# زبانوں کے مشترکہ یورپی فریم ورک کے درجے۔
cefr-a1 = A1 – مبتدی
cefr-a2 = A2 – بنیادی
cefr-b1 = B1 – درمیانی
cefr-b2 = B2 – بہتر درمیانی
cefr-c1 = C1 – اعلیٰ
cefr-c2 = C2 – مکمل عبور
cefr-native = مادری زبان

# عدد کتنا قابلِ اعتماد ہے۔
confidence-high = زیادہ اعتماد
confidence-medium = درمیانہ اعتماد
confidence-low = کم اعتماد
