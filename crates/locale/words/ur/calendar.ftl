# لوگوں کے کیلنڈر میں کیا لکھا جاتا ہے۔
calendar-name = { $mission }: { $person }
calendar-summary = { $who } کے ساتھ ملاقات
calendar-cancelled = منسوخ: { $who } کے ساتھ ملاقات
calendar-location = { $venue }، میز { $table }
calendar-times = یہی لمحہ:
calendar-who = کون آ رہا ہے:
calendar-reminder = جلد: { $who } کے ساتھ ملاقات
calendar-mission = { $mission } کا حصہ، منصوبے کا نسخہ { $version }۔
