# ما يقرؤه الشخص حين يترك بطاقته ويتابعها، بالعربية الفصحى الميسّرة، وبالأرقام 0-9 المستعملة في كندا.
# المعرّفات نفسها في en.ftl.

office = مكتب رضا العملاء
skip = الانتقال إلى المحتوى
nav-label = القائمة الرئيسية
nav-results = النتائج
nav-track = متابعة رسالتك
nav-receipt = التحقق من إيصال
enter-another = إدخال رسالة أخرى
enter-back = العودة إلى الملفات
own-name = العربية
only-en = بالإنجليزية
only-fr = بالفرنسية
languages = اللغات
close = إغلاق
sample-data = هذا عرض توضيحي. الخدمات حقيقية، أما الإجابات فهي بيانات تجريبية.
footer = مكتب رضا العملاء محايد. يستقبل كلمات الشكر والاقتراحات والشكاوى والأسئلة المتعلقة بالخدمات الحكومية.

# البطاقة. تسافر هذه الجمل مع الصفحة، ويُملأ مكان القيمة في المتصفح.
card-heading = كيف كانت هذه الخدمة؟
card-optional = اختر نوع رسالتك، ثم أجب عمّا تشاء من الأسئلة.
card-intent = ما نوع رسالتك؟
card-intent-compliment = كلمة شكر
card-intent-compliment-hint = شيء أعجبك
card-intent-suggestion = اقتراح
card-intent-suggestion-hint = شيء يمكن تحسينه
card-intent-complaint = شكوى
card-intent-complaint-hint = شيء لم يسر كما ينبغي
card-intent-question = سؤال
card-intent-question-hint = معلومة تلزمك
card-overall = بشكل عام، ما تقييمك لمستوى هذه الخدمة؟
card-drivers-heading = ما تقييمك لكل جانب من جوانب الخدمة؟
card-driver-timeliness = الوقت الذي استغرقته الخدمة
card-driver-knowledge = معرفة الموظفين وشرحهم للأمور
card-driver-courtesy = اللطف والجهد المبذول لمساعدتك
card-driver-fairness = المعاملة العادلة
card-driver-outcome = ما حصلت عليه في النهاية
card-point-1 = غير مُرضٍ إطلاقًا
card-point-2 = غير مُرضٍ
card-point-3 = متوسط
card-point-4 = مُرضٍ
card-point-5 = مُرضٍ جدًا
card-does-not-apply = لا ينطبق
card-comment = ما رسالتك إلينا؟
card-comment-compliment = ما الذي أعجبك؟
card-comment-suggestion = ما الذي يمكن تغييره في رأيك؟
card-comment-complaint = ما الذي لم يسر كما ينبغي؟
card-comment-question = ما المعلومة التي تلزمك؟
card-comment-limit = حتى 4,000 حرف. يُرجى عدم كتابة عناوين أو أرقام شخصية، مثل رقم التأمين الاجتماعي (SIN). ويمكنك ذكر اسم من تود الثناء عليه.
card-comment-left = الأحرف المتبقية: { $count }
card-comment-over = الأحرف الزائدة: { $count }
card-privacy = { $channel ->
    [kiosk] نستخدم ما يُقال هنا لتحسين الخدمة، وللرد إذا كان شكوى أو سؤالًا. لا يلزم أحدًا ذكر هويته.
    [phone] نستخدم ما يُقال هنا لتحسين الخدمة، وللرد إذا كان شكوى أو سؤالًا. لا يلزم أحدًا ذكر هويته.
    [paper] نستخدم ما يُقال هنا لتحسين الخدمة، وللرد إذا كان شكوى أو سؤالًا. لا يلزم أحدًا ذكر هويته.
   *[other] نستخدم رسالتك لتحسين الخدمة، وللرد عليك إذا كانت شكوى أو سؤالًا. لا يلزمك ذكر هويتك. لا نستخدم ملفات تعريف الارتباط ولا نحتفظ بعنوان IP الخاص بك. ونحتفظ بعنوان الصفحة التي أتيت منها.
}
card-send = إرسال
card-sending = جارٍ الإرسال…
card-waiting = لم تُرسل رسالتك بعد. يُرجى إبقاء هذا النموذج مفتوحًا: نواصل المحاولة، وستُرسل الرسالة تلقائيًا حالما يصبح ذلك ممكنًا. وهي محفوظة أيضًا في علامة التبويب هذه، وإذا أُغلقت علامة التبويب ضاعت الرسالة.
card-waiting-here = { $channel ->
    [kiosk] لم تُرسل رسالتك بعد. نواصل المحاولة. تُمسح هذه الشاشة بعد خمس دقائق من آخر لمسة، والرسالة التي لم تُرسل حتى ذلك الحين تضيع.
   *[other] لم تُرسل رسالتك بعد. يُرجى إبقاء هذا النموذج مفتوحًا: نواصل المحاولة، وستُرسل الرسالة تلقائيًا حالما يصبح ذلك ممكنًا. وإذا أُغلق النموذج ضاعت رسالتك.
}
card-checking = تأتي رسائل كثيرة من شبكتك، لذلك يجري جهازك فحصًا قصيرًا. بعد ذلك تُرسَل رسالتك تلقائيًا. قد يستغرق ذلك نصف دقيقة. أبقِ هذا النموذج مفتوحًا.
card-changed = غيّرت رسالتك، لذلك لن تُرسل تلقائيًا. اضغط على «إرسال» عندما تصبح جاهزة.
card-unsent-hint = يُرجى نسخه قبل مغادرة هذه الصفحة.
card-unsent = ما كتبته
card-clear = مسح ما كتبته
card-draft = يبقى النص في علامة التبويب هذه إلى أن يُرسل أو يُمسح أو تُغلق علامة التبويب.
card-clear-all = نعم، مسح كل شيء
card-empty = اترك هذا فارغًا
card-summary-heading = يُرجى مراجعة ما يلي قبل الإرسال
card-fault-says-nothing = يُرجى إعطاء تقييم أو كتابة شيء.
card-fault-asks-nothing = يُرجى كتابة سؤالك.
card-fault-no-intent = يُرجى اختيار نوع رسالتك.
card-fault-too-long = النص أطول من المسموح. عدد الأحرف الزائدة: { $over }.
card-put-right = ما الذي يمكن فعله لإصلاح الأمر؟
card-put-right-hint = مثلًا: اعتذار أو شرح أو تصحيح. حتى 1,000 حرف.
card-achieved = هل حصلت على ما يلزمك؟
card-achieved-yes = نعم
card-achieved-partly = جزئيًا
card-achieved-no = لا
card-clear-answer = مسح هذه الإجابة
card-more-heading = بضعة أسئلة أخرى
card-more-expectations = مقارنةً بتوقعاتك، كانت الخدمة:
card-more-expectations-1 = أسوأ بكثير
card-more-expectations-2 = أسوأ
card-more-expectations-3 = كما توقعت
card-more-expectations-4 = أفضل
card-more-expectations-5 = أفضل بكثير
card-more-ideal = ما مدى قرب هذه الخدمة من أفضل خدمة يمكنك تخيلها؟
card-more-ideal-1 = بعيدة جدًا
card-more-ideal-2 = بعيدة
card-more-ideal-3 = في المنتصف
card-more-ideal-4 = قريبة
card-more-ideal-5 = قريبة جدًا
card-more-trust = ما مدى ثقتك بأن هذه الخدمة تعامل الناس معاملة حسنة؟
card-more-trust-1 = لا أثق إطلاقًا
card-more-trust-2 = أثق قليلًا
card-more-trust-3 = أثق إلى حد ما
card-more-trust-4 = أثق كثيرًا
card-more-trust-5 = أثق تمامًا
card-doors-heading = ما يمكن لهذا المكتب أن يفعله
card-doors-can = ننظر في الطريقة التي عوملت بها: التأخير، والأخطاء، والفظاظة، والإجابات غير الواضحة. ويمكننا أن نطلب من الخدمة أن توضح الأمر وتعتذر وتصلحه.
card-doors-cannot = لا يمكننا تغيير قرار، ولا تسريع معالجة ملف، ولا الاطلاع عليه.
card-doors-appeal = هل لديك اعتراض على قرار؟ اطلب المراجعة أو الطعن المذكور في رسالة القرار. لا تتوقف المهلة المحددة لذلك في أثناء قراءتنا لشكواك.
card-doors-other = هل يتعلق الأمر بجهة حكومية أخرى؟ استخدم النموذج الموجود في صفحتها، أو اتصل بالرقم { "\u2066" }1 800 O‑Canada (1‑800‑622‑6232){ "\u2069" }.
card-danger = هل أنت في خطر؟ اتصل بالرقم { "\u2066" }9‑1‑1{ "\u2069" }. هل تراودك أفكار انتحارية؟ اتصل بالرقم { "\u2066" }9‑8‑8{ "\u2069" } أو أرسل إليه رسالة نصية، ليلًا أو نهارًا.
card-danger-now = هل أنت في خطر الآن؟ اتصل بالرقم { "\u2066" }9‑1‑1{ "\u2069" }. هل تراودك أفكار انتحارية؟ اتصل بالرقم { "\u2066" }9‑8‑8{ "\u2069" } أو أرسل إليه رسالة نصية، ليلًا أو نهارًا. هذا النموذج لا يُقرأ على الفور.
card-reply = كيف يمكننا الرد عليك؟
card-reply-code = من دون ذكر هويتي
card-reply-code-hint = يظهر لك رقم مرجعي ورمز دخول، ويمكنك بهما قراءة ردنا على هذا الموقع.
card-reply-email = بالبريد الإلكتروني
card-reply-phone = بالهاتف
card-reply-post = بالبريد العادي
card-reply-instead = لتلقي الرد بالبريد الإلكتروني أو بالهاتف أو بالبريد العادي، اختر ذلك تحت «كيف يمكننا الرد عليك؟»، فبياناتك هناك محمية أكثر.
card-address-email = عنوان بريدك الإلكتروني
card-address-phone = رقم هاتفك
card-address-post = اسمك وعنوانك البريدي
card-consents = أوافق على ما يلي
card-consent-contact = استخدام هذه البيانات للرد عليّ (ضروري).
card-consent-share-identity = إخبار القائمين على الخدمة بهويتي، حتى يتمكنوا من إصلاح الأمر.
card-consent-follow-up = سؤالي لاحقًا عن كيفية معالجة رسالتي.
card-consent-publish-quote = يمكنكم نشر جملة من رسالتي، من دون أي شيء يدل على هويتي.
card-notice-heading = إشعار الخصوصية
card-notice-why = نطلب بيانات الاتصال بك للرد عليك، ولما تسمح به أدناه.
card-notice-authority = ما يسمح لنا بطلبها: { $authority }.
card-notice-shared = لا يطّلع عليها سوى من يتولى الرد عليك، إلا إذا وافقت أدناه على أكثر من ذلك.
card-notice-choice = لا يلزمك تقديمها. يمكنك متابعة رسالتك برمز بدلًا من ذلك.
card-notice-rights = يمكنك طلب الاطلاع عليها وتصحيحها.
card-notice-bank = تُحفظ في بنك المعلومات الشخصية { $bank }.
card-notice-complain = إذا كان لديك اعتراض على طريقة استخدامنا لها، فيمكنك تقديم شكوى إلى مفوض الخصوصية في كندا.
card-guard-heading = يبدو أن نصك يحتوي على معلومات شخصية
card-guard-why = لا نحتاج إليها لقراءة رسالتك. يمكننا وضع وصف مكانها، مثل «[رقم هاتف]».
card-guard-replace = استبدال وإرسال
card-guard-anyway = إرسال الرسالة كما هي
card-guard-change = تعديل النص
card-guard-kind-sin = رقم التأمين الاجتماعي
card-guard-kind-payment-card = رقم بطاقة دفع
card-guard-kind-phone = رقم هاتف
card-guard-kind-email = عنوان بريد إلكتروني
card-guard-kind-postal-code = رمز بريدي
card-guard-kind-passport = رقم جواز سفر
card-guard-kind-ip-address = عنوان IP
card-guard-kind-birth-date = تاريخ ميلاد
card-guard-kind-case-number = رقم ملف
card-guard-kind-address = عنوان سكن
card-guard-kind-person-name = اسم شخص
card-guard-kind-health-card = رقم بطاقة صحية أو رخصة قيادة
card-fault-no-address = يُرجى كتابة بيانات الاتصال بك، أو اختيار «من دون ذكر هويتي».
card-fault-needs-consent = يُرجى وضع علامة تسمح لنا باستخدام هذه البيانات للرد عليك، أو اختيار «من دون ذكر هويتي».
card-script-begin = اقرأ بصوت مسموع: «سأطرح عليك بضعة أسئلة قصيرة عن الخدمة. لا تلزمك الإجابة عنها كلها، ولا ذكر هويتك.» وقبل تدوين أي بيانات اتصال، اقرأ إشعار الخصوصية بصوت مسموع.
card-sheet = رمز الورقة
card-sheet-hint = مطبوع في أعلى البطاقة الورقية. إن لم يوجد رمز فاترك هذا الحقل فارغًا، وسيظهر رمزان لإرسالهما إلى صاحب الرسالة.
card-receipt-heading = { $channel ->
    [phone] وصلتنا الرسالة.
    [paper] وصلتنا الرسالة.
   *[other] شكرًا لك. وصلتنا رسالتك.
}
next-keep = { $channel ->
    [phone] اقرأ الرمزين بصوت مسموع وببطء، واطلب من صاحب الرسالة تدوينهما. لا بد من الاثنين معًا لمتابعة الرسالة.
    [paper] أرسل هذين الرمزين إلى صاحب الرسالة. لا بد من الاثنين معًا لمتابعة الرسالة.
    [kiosk] دوّن الرمزين أو صوّرهما. لا بد من الاثنين معًا لمتابعة رسالتك. تُمسح هذه الشاشة إذا لم يلمسها أحد مدة دقيقة.
   *[other] دوّن الرقم المرجعي ورمز الدخول، أو اطبع هذه الصفحة. لا بد من الاثنين معًا لمتابعة رسالتك.
}
card-receipt-reference = الرقم المرجعي
card-receipt-code = رمز الدخول
card-receipt-copy = نسخ
card-receipt-copied = نُسخ الرقم المرجعي ورمز الدخول.
card-receipt-not-copied = لم يسمح متصفحك بالنسخ. دوّن الاثنين، أو اطبع هذه الصفحة.
card-receipt-print = طباعة
card-receipt-save = حفظ الإيصال
card-receipt-save-hint = يثبت هذا الملف الموقّع أن الرسالة وصلتنا. وفيه كل ما أُرسل، ومنه بيانات الاتصال إن وُجدت.
next-stub = رمز الدخول لدى صاحب الرسالة، على الجزء الذي قطعه من الورقة.
next-thanks = ليس عليك أن تفعل شيئًا آخر. احتفظ بهذين الرمزين إذا أردت أن تسأل عن رسالتك لاحقًا.
card-receipt-next = { $channel ->
    [phone] اقرأ بصوت مسموع ما يحدث بعد ذلك
    [paper] ما يمكن لصاحب الرسالة أن يتوقعه
   *[other] ماذا يحدث بعد ذلك
}
card-receipt-track = متابعة رسالتك
card-receipt-again = { $channel ->
    [phone] ملء بطاقة أخرى
    [paper] ملء بطاقة أخرى
   *[other] كتابة رسالة أخرى
}
card-kiosk-scan = لمتابعة رسالتك على هاتفك، وجّه كاميرته إلى هذا الرمز:

# شاشة كشك لم يعد أحد يلمسها.
kiosk-heading = هل ما زلت هنا؟
kiosk-left = الثواني المتبقية قبل مسح هذه الشاشة: { $count }.
kiosk-more-time = أحتاج إلى مزيد من الوقت
kiosk-cleared = مُسحت هذه الشاشة. سيظهر نموذج جديد بعد لحظات.

# ماذا يحدث بعد ذلك.
next-about = الخدمة: { $service }. تاريخ الاستلام: { $date }.
next-sorted = سيقرأ أحد العاملين في مكتب رضا العملاء الرسالة.
next-counts-from = وصلت رسالتك خارج ساعات العمل، لذلك تُحسب المهلة ابتداءً من { $date }.
next-acknowledged = { $days ->
    [zero] سيتولى أحد الموظفين متابعة رسالتك خلال { $days } يوم عمل، في موعد أقصاه { $date }.
    [one] سيتولى أحد الموظفين متابعة رسالتك خلال يوم عمل واحد، في موعد أقصاه { $date }.
    [two] سيتولى أحد الموظفين متابعة رسالتك خلال يومي عمل، في موعد أقصاه { $date }.
    [few] سيتولى أحد الموظفين متابعة رسالتك خلال { $days } أيام عمل، في موعد أقصاه { $date }.
    [many] سيتولى أحد الموظفين متابعة رسالتك خلال { $days } يوم عمل، في موعد أقصاه { $date }.
   *[other] سيتولى أحد الموظفين متابعة رسالتك خلال { $days } يوم عمل، في موعد أقصاه { $date }.
}
next-answered = { $days ->
    [zero] سيصلك الرد بعد ذلك خلال { $days } يوم عمل، في موعد أقصاه { $date }.
    [one] سيصلك الرد بعد ذلك خلال يوم عمل واحد، في موعد أقصاه { $date }.
    [two] سيصلك الرد بعد ذلك خلال يومي عمل، في موعد أقصاه { $date }.
    [few] سيصلك الرد بعد ذلك خلال { $days } أيام عمل، في موعد أقصاه { $date }.
    [many] سيصلك الرد بعد ذلك خلال { $days } يوم عمل، في موعد أقصاه { $date }.
   *[other] سيصلك الرد بعد ذلك خلال { $days } يوم عمل، في موعد أقصاه { $date }.
}
next-track = سيكون الرد في صفحة «متابعة رسالتك»، على العنوان { $address }. ويمكنك فتحها بالرقم المرجعي ورمز الدخول.
next-address = وسنرد عليك أيضًا عبر بيانات الاتصال التي قدمتها.
next-read = نحتفظ بما كتبته مع ما يقوله الآخرون عن هذه الخدمة.
next-counted = إذا أعطيت تقييمات، فستُحسب في النتائج المنشورة.

# ما هو الخطأ في حقل من حقول البطاقة.
fault-missing = هذا الحقل مطلوب.
fault-unknown = لا يوجد حقل بهذا الاسم.
fault-twice = مُلئ هذا الحقل أكثر من مرة. يُرجى ملؤه مرة واحدة.
fault-not-a-choice = هذا ليس من الخيارات المتاحة.
fault-not-a-rating = التقييم عدد صحيح من 1 إلى 5. ويمكن أن يكون للجوانب الخمسة «n/a» أيضًا.
fault-not-an-id = المعرّف هو UUID، مثل 0193f2a4-7c00-7000-8000-000000000001.
fault-too-long = الحد الأقصى لعدد الأحرف { $limit }، وعددها هنا { $given }.
fault-not-an-email = راجع عنوان البريد الإلكتروني. يجب أن يكون على شكل { "\u2066" }name@example.ca{ "\u2069" }.
fault-not-a-phone = راجع رقم الهاتف: من 7 إلى 20 رقمًا، ويمكن إضافة رقم التحويلة.
fault-not-an-address = يجب أن يتكون العنوان البريدي من 6 أحرف إلى 500 حرف.
fault-not-a-sheet = هذا ليس رمز ورقة. تحقق من كل حرف ورقم على الورقة، واكتب الرمز من جديد.
fault-not-a-page = هذا ليس عنوان صفحة على الويب.

# ما يمكن أن يتعذّر.
problem-not-found-title = هذه الصفحة غير موجودة
problem-not-found-detail = لا يوجد شيء على هذا العنوان. تحقق منه، أو اضغط على اسم المكتب في الأعلى للعودة إلى البداية.
problem-method-not-allowed-title = لا يمكن استخدام هذا العنوان بهذه الطريقة
problem-method-not-allowed-detail = العنوان موجود، لكنه لا يقبل هذا النوع من الطلبات. لم يتغير شيء.
problem-too-large-title = حجم أكبر من المسموح
problem-too-large-detail = ما أُرسل أكبر مما يقبله هذا العنوان. لم يُحفظ شيء. أرسل أقل من ذلك.
problem-wrong-type-title = نوع المحتوى غير صحيح
problem-wrong-type-detail = ما أُرسل ليس من النوع الذي يقرؤه هذا العنوان. لم يُحفظ شيء. حدّد نوع المحتوى وأرسله مرة أخرى.
problem-malformed-title = تعذّرت القراءة
problem-malformed-detail = تعذّرت قراءة ما أُرسل. لم يُحفظ شيء. تحقق من شكله وأرسله مرة أخرى.
problem-card-title = الرسالة تحتاج إلى تعديل
problem-card-detail = في الرسالة شيء لا يمكن قبوله كما هو. لم يُحفظ شيء بعد. عدّل ما هو مذكور وأرسلها مرة أخرى.
problem-unknown-service-title = لا نعرف هذه الخدمة
problem-unknown-service-detail = لا توجد خدمة بهذا الاسم تستقبل الرسائل هنا. لم يُحفظ شيء. تحقق من عنوان النموذج.
problem-service-closed-title = هذه الخدمة لا تستقبل الرسائل حاليًا
problem-service-closed-detail = أغلقت الخدمة نموذجها مؤقتًا. لم يُحفظ شيء. يُرجى المحاولة لاحقًا.
problem-not-signed-in-title = يُرجى تسجيل الدخول
problem-not-signed-in-detail = هذه الصفحة للموظفين الذين سجّلوا الدخول. لم يتغير شيء. سجّل الدخول وحاول مرة أخرى.
problem-unfinished-title = حسابك غير جاهز
problem-unfinished-detail = اختر كلمة مرور خاصة بك، أو أعدّ عاملًا ثانيًا، في صفحة حسابك. لم يتغير شيء. ثم حاول مرة أخرى.
problem-forbidden-title = هذا غير مسموح به
problem-forbidden-detail = لا يمكنك القيام بذلك، أو بقيت الصفحة مفتوحة وقتًا طويلًا. لم يتغير شيء. ارجع، وحمّل الصفحة من جديد، ثم حاول مرة أخرى.
problem-conflict-title = تغيّر هذا في أثناء ذلك
problem-conflict-detail = غيّره شخص آخر، أو أن هذه الخطوة غير ممكنة الآن. لم يُستبدل شيء. ارجع وحمّل الصفحة من جديد.
problem-foreign-title = هذا النموذج من موقع آخر
problem-foreign-detail = ما أُرسل لم يأت من إحدى صفحاتنا. لم يُحفظ شيء. افتح نموذجنا وأرسله من هناك.
problem-asked-title = انتظر لحظة ثم أرسل مرة أخرى
problem-asked-detail = تأتي رسائل كثيرة من شبكتك. لم تُرسَل رسالتك بعد ولم يضع منها شيء. مدة الانتظار بالثواني: { $seconds }. بعدها اضغط على «إرسال».
problem-too-many-title = رسائل كثيرة جدًا من شبكتك
problem-too-many-detail = جاء من شبكتك عدد من الرسائل أكبر مما يمكننا استقباله. لم تُرسَل رسالتك. احتفظ بها وأرسلها مرة أخرى بعد بضع دقائق.
problem-unavailable-title = لا يمكننا القيام بذلك الآن
problem-unavailable-detail = الخادم مشغول جدًا أو لا يستطيع الوصول إلى بياناته في هذه اللحظة. إذا كنت ترسل شيئًا، فأرسله مرة أخرى بعد بضع ثوانٍ: الرسالة التي تُرسل مرتين تُحسب مرة واحدة.
problem-internal-title = حدث خطأ من جانبنا
problem-internal-detail = لم يتمكن الخادم من إتمام ذلك. حاول مرة أخرى، وإذا تكرر الأمر فأخبرنا بطريقة أخرى.
problem-took-too-long-title = استغرق هذا وقتًا طويلًا
problem-took-too-long-detail = لم يتمكن الخادم من إنهاء ذلك خلال 30 ثانية. إذا كنت ترسل شيئًا، فأرسله مرة أخرى: الرسالة التي تُرسل مرتين تُحسب مرة واحدة.
unbuilt-title = البطاقة غير جاهزة
unbuilt-detail = بُني هذا الخادم من دون البطاقة. يمكن للقائمين عليه بناء البطاقة بهذا الأمر، ثم تشغيل الخادم من جديد:

# متابعة بطاقة.
track-title = متابعة رسالتك
track-intro = الرقم المرجعي ورمز الدخول مذكوران في إيصالك. لا يلزمك حساب.
track-reference = الرقم المرجعي
track-reference-hint = مثل 7K3M-9QXA-2B4C-E. بأحرف كبيرة أو صغيرة، مع الشرطات أو من دونها.
track-code = رمز الدخول
track-button = عرض
track-refused = رمز الدخول هذا لا يخص هذا الرقم المرجعي. راجع الاثنين وحاول مرة أخرى.
progress-title = أين وصلت رسالتك
progress-being-sorted = وصلتنا رسالتك ونحن نصنّفها الآن. يستغرق ذلك دقيقة. إذا ظلّت هذه الصفحة تقول ذلك غدًا، فهناك ما يؤخّرها من جانبنا: رسالتك محفوظة، ويصلنا تنبيه بذلك.
progress-in-quarantine = وصلتنا رسالتك. يبدو أن آلة أرسلتها، لذلك يراجعها شخص أولًا. لا يُحذف شيء.
progress-spam = وصلتنا رسالتك. راجعها شخص ورأى أن آلة أرسلتها. نحتفظ بها لكنها لا تلقى ردًا. إذا كنت أنت من كتبها فأرسلها مرة أخرى بكلماتك ومن دون روابط.
progress-recorded-compliment = شكرًا لك. سُجّلت كلمة الشكر التي أرسلتها. إذا أعطيت تقييمات، فستُحسب في النتائج. كلمات الشكر لا تحتاج إلى رد.
progress-recorded-suggestion = شكرًا لك. سُجّل اقتراحك. إذا أعطيت تقييمات، فستُحسب في النتائج. بعد أن يقرأه المكتب، ستجد هنا النتيجة.
progress-verdict-will-be-done = سننفذ اقتراحك. قررنا ذلك في { $date }.
progress-verdict-looked-into = ندرس اقتراحك منذ { $date }. عُد إلى هنا لترى النتيجة.
progress-verdict-will-not-be-done = لن ننفذ اقتراحك. قررنا ذلك في { $date }.
progress-verdict-why = السبب
progress-verdict-published = تم التنفيذ. اقرأ ما تغيّر.
progress-passed-on = شكرًا لك. نقلنا كلمة الشكر التي أرسلتها في { $date } إلى فريق هذه الخدمة: { $service }.
progress-recorded-complaint = سُجّلت شكواك.
progress-recorded-question = سُجّل سؤالك.
progress-steps = الخطوات
progress-answer = ردنا
progress-answered-on = تاريخ الرد: { $date }.
progress-next-date = ستصلك أخبار منا في موعد أقصاه { $date }.
progress-look-again = سنراجع الأمر مجددًا في { $date }.
step-received = وصول الرسالة
step-counts-from = تُحسب مهلة الرد ابتداءً من { $date }.
step-acknowledged = تكليف أحد الموظفين بها
step-to-acknowledge = تكليف أحد الموظفين
step-acknowledged-by = الشخص المسؤول عن رسالتك: { $officer }.
step-answered = الرد عليها
step-to-answer = الرد
step-due = في موعد أقصاه { $date }
lateness-on-time = { $days ->
    [zero] لم يبقَ أي يوم عمل.
    [one] بقي يوم عمل واحد.
    [two] بقي يوما عمل.
    [few] بقيت { $days } أيام عمل.
    [many] بقي { $days } يوم عمل.
   *[other] بقي { $days } يوم عمل.
}
lateness-today = تنتهي المهلة اليوم.
lateness-overdue = { $days ->
    [zero] لا تأخير.
    [one] التأخير: يوم عمل واحد.
    [two] التأخير: يوما عمل.
    [few] التأخير: { $days } أيام عمل.
    [many] التأخير: { $days } يوم عمل.
   *[other] التأخير: { $days } يوم عمل.
}

# متابعة ملف.
progress-place-received = وصلتنا رسالتك. سيتولاها أحد الموظفين.
progress-place-taken-up = رسالتك لدى أحد الموظفين وهو يقرؤها الآن.
progress-place-answered = لقد أجبناك.
progress-place-looked-into = ننظر الآن في شكواك.
progress-place-reopened = خلصت المراجعة إلى أن شكواك يجب أن تُدرس من جديد. ويتولى ذلك موظف آخر.
progress-place-referred = طلبنا من الجهة المعنية أن تحل الأمر معك.
progress-place-waiting = طرحنا عليك سؤالًا. تتوقف مهلة ردنا إلى أن تجيب.
progress-place-suspended = القانون يُلزمنا بالانتظار.
progress-place-deciding = نظرنا في شكواك ونكتب الآن القرار.
progress-place-commenting = كتبنا رأينا في شكواك. قبل أن نقرر، يمكنك أن تخبرنا برأيك فيه.
progress-comment-until = يمكنك أن تكتب إلينا عن ذلك حتى { $date }.
progress-proposed = رأينا حتى الآن
progress-form-twice = غيّرت هذا النموذج وأرسلته من جديد. نجيب عن كل إرسال على حدة. اختر أيهما تريد أن ترى:
progress-silent-until = إذا لم يصلنا منك شيء، قد نغلق ملفك بعد { $date }. ويمكنك الرد خلال 60 يومًا بعد ذلك.
progress-handed-over = لا يجوز لأحد في مكتبنا أن يتولى ملفك: فكل واحد منا له صلة به أو سبق أن شارك فيه. لذلك أصبح ملفك لدى { $office } ابتداءً من { $date }. وإذا كنت قد أخبرتنا بكيفية الوصول إليك، فبإمكان موظفيه الآن الاطلاع على ذلك. والمواعيد التي أبلغناك بها تبقى كما هي.
progress-reminder = طرحنا عليك سؤالًا ولم يصلنا ردك بعد. إذا لم يصلنا منك شيء، قد نغلق ملفك بعد { $date }. ويمكنك الرد خلال 60 يومًا بعد ذلك.
progress-not-kept = لم نتمكن من حفظ ما كتبته. نصك ما زال هنا: أرسله من جديد بعد دقائق قليلة.
progress-place-decided = اتخذنا قرارًا. يمكنك قراءته أدناه.
progress-place-remedy = اتخذنا قرارًا. بقي تنفيذ ما وعدنا به، ونحن نتحقق منه.
progress-place-review = شخص آخر يراجع قرارنا.
progress-place-final = انتهت المراجعة. يمكنك قراءتها أدناه.
progress-place-outside = لا يمكننا النظر في هذا. تبيّن رسالتنا أدناه إلى من تتوجه.
progress-place-settled = حلّت الجهة المعنية الأمر معك.
progress-place-closed = اتخذنا قرارًا ولم يبقَ شيء.
progress-place-silent = أغلقنا الملف لأن ردك لم يصلنا. اكتب إلينا خلال 60 يومًا لنواصل.
progress-place-withdrawn = لقد سحبت رسالتك.
progress-place-merged = نجيبك مع رسالة أخرى عن الأمر نفسه.
progress-fix = ما الذي جرى إصلاحه
progress-together-by = نجيب في موعد أقصاه { $date }. يمكنك عندئذ قراءة الجواب هنا.
progress-apart = هل رسالتك عن أمر آخر؟
progress-apart-why = ما المختلف؟
progress-apart-intro = إذا كان الجواب لا يناسب ما حدث لك، فأخبرنا في هذه الصفحة. عندئذ ننظر في رسالتك وحدها.
progress-apart-send = اطلب النظر في رسالتي وحدها
progress-done-apart = ننظر الآن في رسالتك وحدها.
progress-place-anonymised = أُغلق الملف وحُذف كل ما يدل عليك.
progress-erase = طلب حذف ما يدل عليك
progress-erase-intro = نحذف ما كتبته وطريقة الاتصال بك وما كتبناه إليك. بعد ذلك لا يستطيع أحد متابعة هذه الرسالة ولا استرجاعها.
progress-erase-sure = نعم، احذفوه بأسرع ما يمكنكم.
progress-erase-send = أرسل الطلب
progress-done-erase = وصلنا طلبك.
progress-erase-now-open = طلبت حذف ما يدل عليك. ما زلنا نحتاج إليه لنجيبك. نحذفه عندما يُغلق هذا الملف.
progress-erase-now-held = طلبت حذف ما يدل عليك. يلزمنا القانون بالاحتفاظ به الآن. نحذفه بأسرع ما يمكننا.
progress-erase-now-soon = طلبت حذف ما يدل عليك. نفعل ذلك خلال 30 يوما.
progress-erase-now-done = حُذف ما كان يدل عليك.
progress-erase-owed = طلبت حذف ما يدل عليك. يلزمنا القانون بالاحتفاظ به حتى { $date }. نحذفه بعد ذلك.
progress-late = لقد تأخرنا، ونحن نعتذر.
progress-decision = قرارنا
progress-review-changed = راجع { $officer } القرار وغيّره.
progress-review-stands = راجع { $officer } القرار. القرار باقٍ كما هو.
progress-outcome-upheld = كنت على حق.
progress-outcome-partly-upheld = كنت على حق في جزء من الأمر.
progress-outcome-not-upheld = لا نوافقك الرأي.
progress-outcome-no-finding = حُلّ الأمر فلم نقرر فيه.
progress-outcome-inconclusive = لم نتمكن من معرفة ذلك.
progress-remedies = ما نعد به
progress-remedy-done = تم ذلك. لقد تحققنا منه.
progress-outside = هذه كلمتنا الأخيرة. إذا بقيت غير موافق، يمكنك اللجوء إلى أمين مظالم خارجي أو إلى محكمة.
progress-messages = الرسائل
progress-you = أنت
progress-write = اكتب إلينا
progress-reply = ردّك
progress-write-hint = لا يلزم أن تقول من أنت. ما يبدو شخصيًا يُخفى عنا.
progress-send = إرسال
progress-review = ألا توافق؟ اطلب مراجعة
progress-review-until = يراجع القرار شخص لم يشارك فيه. يمكنك طلب ذلك حتى { $date }.
progress-review-why = ما الخطأ في القرار؟
progress-review-send = طلب المراجعة
progress-rate = كيف تعاملنا مع رسالتك؟
progress-rate-how = ما مدى رضاك عن طريقة تعاملنا مع الأمر؟
progress-rate-send = إرسال هذا التقييم
progress-withdraw = سحب الرسالة
progress-withdraw-sure = نعم، أسحبها. لا أريد ردًا.
progress-withdraw-send = سحبها الآن
progress-done-message = وصلت كلماتك.
progress-done-review = لقد طلبت مراجعة. سينظر شخص آخر في القرار.
progress-done-withdraw = لقد سحبتها. لن نفعل شيئًا آخر بشأنها.
progress-done-rate = شكرًا لك. وصلنا تقييمك.
progress-not-said = اكتب أو اختر شيئًا أولًا. لم يُرسل شيء.
progress-too-long = نصك طويل جدًا. الحد الأقصى 4000 حرف. لم يُرسل شيء.
progress-not-sure = ضع علامة في المربع أولًا. لم يتغير شيء.
progress-changed = تغيّر شيء في هذه الأثناء فلم يُرسل شيء. اقرأ الجديد ثم أرسل مرة أخرى إذا أردت.

# الرسائل.
letter-subject = أخبار عن رسالتك { $reference }
letter-hello = تحية طيبة،
letter-about = كتبت إلينا في { $date }.
letter-answer-by = سنجيبك في موعد أقصاه { $date }.
letter-reminder = ما زلنا ننتظر إجابتك عن سؤالنا.
letter-silence = إذا لم يصلنا منك شيء، فقد نغلق الملف بعد { $date }.
letter-extended = نحتاج إلى وقت أطول مما وعدنا به، ونأسف لذلك.
letter-reason-complex = الأمر أصعب مما بدا.
letter-reason-information = ما زالت تنقصنا معلومات.
letter-reason-comments = ما زال بإمكان أحدهم التعليق على ما وجدناه.
letter-reason-capacity = ليس لدينا عدد كاف من الموظفين.
letter-program-by = أمام الخدمة حتى { $date }. إذا لم تسوّ الأمر معك، فسننظر فيه نحن.
letter-program-silent = لم تجبنا الخدمة في الوقت المحدد.
letter-put-right = تم إصلاح الخطأ. لم يبق شيء يجب القيام به.
letter-outside = إذا بقيت غير موافق بعد ذلك، يمكنك التوجه إلى { $ombudsman }.
letter-outside-now = إذا لم تكن موافقا، يمكنك التوجه إلى { $ombudsman }.
letter-closed = ملفك مغلق.
letter-writes = يكتب إليك { $officer }:
letter-page = لمعرفة أين وصل الأمر أو للكتابة إلينا، افتح هذه الصفحة:
letter-codes = تحتاج إلى رقم المرجع { $reference } وإلى رمز الدخول الموجود في إيصالك. نحن لا نرسل الرمز أبدا ولا نطلبه منك.
letter-automatic = الرد على هذا البريد لا يصل إلى ملفك. اكتب إلينا في الصفحة المذكورة أعلاه.
