# Passkeys, and a provider of identities.
passkey-title = پاس کیز
passkey-lead = پاس کی آپ کو آپ کے آلے کے اپنے تالے سے سائن اِن کرتی ہے: انگلی، چہرہ یا پِن۔ یہ آلے ہی پر رہتی ہے۔
passkey-none = ابھی کوئی نہیں۔
passkey-added = { $day } کو شامل ہوئی
passkey-used = آخری بار { $day } کو استعمال ہوئی
passkey-remove = ہٹائیں
passkey-add = پاس کی شامل کریں
passkey-add-lead = اسے ایسا نام دیں جس سے آپ پہچان لیں، پھر اپنے آلے کی ہدایت پر چلیں۔
passkey-name = نام، مثلاً ”میرا فون“
passkey-go = اپنے آلے سے آگے بڑھیں
passkey-sign-in = پاس کی سے سائن اِن کریں
passkey-sign-in-lead = آپ کا آلہ پوچھتا ہے کہ آپ کون ہیں؛ جو وہ پوچھتا ہے وہ اسی پر رہتا ہے۔
passkey-failed = اس کے لیے اسکرپٹ، پاس کیز والا آلہ اور آپ کے آلے کی ہاں درکار ہے۔
passkey-back = کوئی اور طریقہ چنیں
passkey-provider = { $name } سے سائن اِن کریں
said-passkey-added = پاس کی شامل ہو گئی۔
said-passkey-removed = پاس کی ہٹا دی گئی۔ اسے اپنے آلے سے بھی ہٹا دیں۔
