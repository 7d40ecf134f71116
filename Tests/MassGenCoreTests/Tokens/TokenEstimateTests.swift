import MassGenCore
import Testing

@Suite struct TokenEstimateTests {
    /// Texts of our own and how many tokens of `o200k_base` they have.
    struct Sample: Sendable, CustomTestStringConvertible {
        var kind: String
        var tokens: Int
        var text: String

        init(_ kind: String, tokens: Int, _ text: String) {
            self.kind = kind
            self.tokens = tokens
            self.text = text
        }

        var testDescription: String { kind }

        func error(_ estimate: Double) -> Double { abs(estimate / Double(tokens) - 1) }
    }

    static let samples = [
        Sample(
            "English", tokens: 53,
            #"""
            The library stands at the end of a quiet street. In the morning, children wait in front of its green door, because whoever comes first may choose the book that is read aloud. Nobody remembers who began with it, but nobody wants to give it up either.
            """#),
        Sample(
            "German", tokens: 56,
            #"""
            Die Bibliothek steht am Ende einer stillen Straße. Morgens warten Kinder vor der grünen Tür, denn wer zuerst kommt, darf das Buch aussuchen, aus dem vorgelesen wird. Niemand weiß mehr, wer damit angefangen hat, aber aufgeben möchte es auch niemand.
            """#),
        Sample(
            "French", tokens: 55,
            #"""
            La bibliothèque se trouve au bout d'une rue tranquille. Le matin, des enfants attendent devant sa porte verte, car le premier arrivé choisit le livre qui sera lu à haute voix. Personne ne se rappelle qui a commencé, mais personne ne veut y renoncer.
            """#),
        Sample(
            "Spanish", tokens: 53,
            #"""
            La biblioteca está al final de una calle tranquila. Por la mañana, los niños esperan delante de la puerta verde, porque el primero en llegar elige el libro que se leerá en voz alta. Nadie recuerda quién empezó, pero tampoco nadie quiere dejarlo.
            """#),
        Sample(
            "Portuguese", tokens: 53,
            #"""
            A biblioteca fica no fim de uma rua tranquila. De manhã, as crianças esperam diante da porta verde, porque quem chega primeiro escolhe o livro que será lido em voz alta. Ninguém se lembra de quem começou, mas também ninguém quer desistir.
            """#),
        Sample(
            "Italian", tokens: 60,
            #"""
            La biblioteca si trova in fondo a una strada tranquilla. Al mattino i bambini aspettano davanti alla porta verde, perché chi arriva per primo sceglie il libro che verrà letto ad alta voce. Nessuno ricorda chi abbia cominciato, ma nessuno vuole rinunciarvi.
            """#),
        Sample(
            "Polish", tokens: 75,
            #"""
            Biblioteka stoi na końcu cichej ulicy. Rano dzieci czekają przed zielonymi drzwiami, bo kto przyjdzie pierwszy, wybiera książkę, która będzie czytana na głos. Nikt już nie pamięta, kto to zaczął, ale nikt też nie chce z tego zrezygnować.
            """#),
        Sample(
            "Russian", tokens: 65,
            #"""
            Библиотека стоит в конце тихой улицы. По утрам дети ждут перед зелёной дверью, потому что тот, кто придёт первым, выбирает книгу, которую будут читать вслух. Никто уже не помнит, кто это начал, но и отказываться никто не хочет.
            """#),
        Sample(
            "Turkish", tokens: 67,
            #"""
            Kütüphane sessiz bir sokağın sonunda duruyor. Sabahları çocuklar yeşil kapının önünde bekler, çünkü ilk gelen yüksek sesle okunacak kitabı seçer. Bunu kimin başlattığını kimse hatırlamıyor ama kimse vazgeçmek de istemiyor.
            """#),
        Sample(
            "Vietnamese", tokens: 61,
            #"""
            Thư viện nằm ở cuối một con phố yên tĩnh. Buổi sáng, trẻ em đợi trước cánh cửa màu xanh, vì ai đến trước sẽ được chọn cuốn sách để đọc to. Không ai còn nhớ người nào đã bắt đầu, nhưng cũng không ai muốn từ bỏ.
            """#),
        Sample(
            "Arabic", tokens: 58,
            #"""
            تقع المكتبة في نهاية شارع هادئ. في الصباح ينتظر الأطفال أمام بابها الأخضر، لأن من يصل أولاً يختار الكتاب الذي سيقرأ بصوت عال. لا أحد يتذكر من بدأ بذلك، لكن لا أحد يريد أن يتخلى عنه.
            """#),
        Sample(
            "Hindi", tokens: 61,
            #"""
            पुस्तकालय एक शांत गली के अंत में है। सुबह बच्चे उसके हरे दरवाज़े के सामने इंतज़ार करते हैं, क्योंकि जो पहले आता है वही वह किताब चुनता है जो ज़ोर से पढ़ी जाएगी। किसी को याद नहीं कि यह किसने शुरू किया।
            """#),
        Sample(
            "Japanese", tokens: 89,
            #"""
            図書館は静かな通りの突き当たりにあります。朝になると、子どもたちが緑の扉の前で待っています。最初に来た人が、声に出して読んでもらう本を選べるからです。誰が始めたのかはもう誰も覚えていませんが、やめたいと思う人もいません。
            """#),
        Sample(
            "Chinese", tokens: 57,
            #"""
            图书馆在一条安静的街道尽头。早上，孩子们在绿色的门前等待，因为谁先到，谁就可以挑选要朗读的书。没有人记得是谁开始的，但也没有人愿意放弃。
            """#),
        Sample(
            "Korean", tokens: 68,
            #"""
            도서관은 조용한 거리의 끝에 있습니다. 아침이면 아이들이 초록색 문 앞에서 기다립니다. 먼저 온 사람이 소리 내어 읽을 책을 고를 수 있기 때문입니다. 누가 시작했는지 아무도 기억하지 못하지만 그만두고 싶어 하는 사람도 없습니다.
            """#),
        Sample(
            "Swift", tokens: 109,
            #"""
            func merge(_ left: [Int], _ right: [Int]) -> [Int] {
                var result: [Int] = []
                var (i, j) = (0, 0)
                while i < left.count, j < right.count {
                    if left[i] <= right[j] {
                        result.append(left[i])
                        i += 1
                    } else {
                        result.append(right[j])
                        j += 1
                    }
                }
                return result + left[i...] + right[j...]
            }

            """#),
        Sample(
            "Python", tokens: 110,
            #"""
            def read_rows(path, *, delimiter=","):
                """Yield every row that has as many cells as the header."""
                with open(path, newline="", encoding="utf-8") as source:
                    reader = csv.reader(source, delimiter=delimiter)
                    header = next(reader, None)
                    for number, row in enumerate(reader, start=2):
                        if len(row) != len(header):
                            raise ValueError(f"{path}:{number}: {len(row)} cells, expected {len(header)}")
                        yield dict(zip(header, row))

            """#),
        Sample(
            "JSON", tokens: 107,
            #"""
            {"orders":[{"id":48213,"customer":{"name":"Anna Schmidt","email":"anna@example.com"},"items":[{"sku":"B-1042","quantity":2,"unitPrice":19.9},{"sku":"C-77","quantity":1,"unitPrice":249.0}],"shippedAt":"2026-03-14T09:26:53Z","isGift":false,"note":null}],"total":288.8,"next":"https://example.com/orders?page=2"}
            """#),
        Sample(
            "numbers", tokens: 91,
            #"""
            2024-01-31 17.5 1013.25 -3.8 42
            2024-02-01 18.25 1009.5 0.4 117
            2024-02-02 16.75 998.125 12.6 1024
            2024-02-03 3.14159265 271828182 -0.00057 65536

            """#),
        Sample(
            "identifiers", tokens: 104,
            #"""
            550e8400-e29b-41d4-a716-446655440000 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0
            """#),
    ]

    @Test(arguments: samples) func theTrueNumberIsInTheRange(_ sample: Sample) {
        let estimate = TokenEstimate(of: sample.text)
        #expect(estimate.low <= sample.tokens && sample.tokens <= estimate.high, "\(estimate), but \(sample.tokens)")
        #expect(estimate.low <= estimate.likely && estimate.likely <= estimate.high)
        #expect(sample.error(Double(estimate.likely)) < 0.25, "\(estimate), but \(sample.tokens)")
    }

    @Test func theErrorIsSmallWhereAQuarterOfTheCharactersIsFarOff() {
        let ours = Self.samples.map { $0.error(Double(TokenEstimate(of: $0.text).likely)) }.sorted()
        let quarter = Self.samples.map { $0.error(Double($0.text.count) / 4) }.sorted()
        let middle = Self.samples.count / 2
        #expect(ours[middle] < 0.08)
        #expect(quarter[middle] > 2 * ours[middle])
    }

    @Test func nothingHasNoTokensAndALetterHasOne() {
        let nothing = TokenEstimate(of: "")
        #expect([nothing.low, nothing.likely, nothing.high] == [0, 0, 0])
        let letter = TokenEstimate(of: "a")
        #expect([letter.low, letter.likely] == [1, 1])
    }

    @Test func emojiAndScriptsWithoutWeightsOfTheirOwnAreEstimatedToo() {
        for text in ["👩‍💻🎉🇩🇪", "ꦲꦏ꧀ꦱꦫ", "\u{308}\u{308}", "١٢٣٤", "…—„“", "a\u{308}Ж'll", "字'sA"] {
            let estimate = TokenEstimate(of: text)
            #expect(
                estimate.low >= 1 && estimate.likely >= estimate.low && estimate.likely <= text.utf8.count, "\(text)")
        }
    }

    @Test func estimatesAddUp() {
        let sum = TokenEstimate(of: "The sky") + TokenEstimate(of: "is blue.")
        #expect(sum.likely == TokenEstimate(of: "The sky").likely + TokenEstimate(of: "is blue.").likely)
        #expect("\(sum)" == "about \(sum.likely) tokens (\(sum.low) to \(sum.high))")
    }
}

@Suite struct RequestEstimateTests {
    static let prompt = "Why is the sky blue at noon and red in the evening?"

    static var request: ChatRequest { ChatRequest(model: "m", messages: [.system("Be brief."), .user(prompt)]) }

    @Test func messagesHaveTokensBeyondTheirText() {
        let text = TokenEstimate(of: "Be brief.").likely + TokenEstimate(of: Self.prompt).likely
        let estimate = TokenEstimate(of: Self.request)
        #expect(abs(estimate.likely - (text + 3 + 2 * 3)) <= 1)
        var rules = TokenRules()
        rules.perMessage = 100
        #expect(TokenEstimate(of: Self.request, rules: rules).likely == estimate.likely + 2 * 97)
    }

    @Test func everythingSentAsTextIsInIt() {
        let plain = TokenEstimate(of: Self.request)
        func more(_ change: (inout ChatRequest) -> Void) -> Int {
            var request = Self.request
            change(&request)
            return TokenEstimate(of: request).likely - plain.likely
        }
        let words = "a rather long text of eight words here"
        #expect(more { $0.tools = [ToolDefinition(name: "add", description: words, schema: ["type": "object"])] } > 14)
        #expect(more { $0.responseFormat = .jsonSchema(JSONSchemaFormat(schema: ["title": .string(words)])) } > 8)
        #expect(more { $0.messages[1].name = words } > 7)
        let call = ToolCall(id: "1", name: "add", argumentsText: words)
        let result = ToolResult(callID: "1", words)
        for part: Part in [
            .text(words), .refusal(RefusalPart(text: words)), .reasoning(ReasoningPart(text: words)), .toolCall(call),
            .toolResult(result), .citation(Citation(text: words)), .opaque(OpaquePart(origin: "w", json: words)),
            .serverToolCall(ServerToolCall(name: "search", arguments: .string(words))),
            .serverToolResult(ServerToolResult(content: .string(words))),
        ] {
            #expect(more { $0.messages[1].parts.append(part) } > 6, "\(part.kind)")
        }
    }

    @Test func whatCannotBeEstimatedIsNamed() {
        var request = Self.request
        let picture = Media(url: "https://example.com/sky.png")
        request.messages[1].parts += [
            .image(picture), .audio(picture), .file(picture), .reasoning(ReasoningPart(encrypted: "sealed")),
        ]
        let estimate = TokenEstimate(of: request)
        #expect(estimate.missing == [.image, .audio, .file, .reasoning])
        #expect("\(estimate)".hasSuffix("without audio, file, image, reasoning"))
        var rules = TokenRules()
        rules.perImage = 85
        let known = TokenEstimate(of: request, rules: rules)
        #expect(known.missing == [.audio, .file, .reasoning])
        #expect(known.likely == estimate.likely + 85)
    }

    @Test func aTokenizerCountsTheText() throws {
        let encoding = TokenEncoding(name: "small", pattern: .o200k)
        let tokenizer = try Tokenizer(vocabulary: SmallVocabulary.shared.file, encoding: encoding)
        let estimate = TokenEstimate(of: Self.request, tokenizer: tokenizer)
        #expect(estimate.likely == tokenizer.count("Be brief.") + tokenizer.count(Self.prompt) + 9)
        #expect(estimate.low == estimate.likely && estimate.high == estimate.likely)
    }
}
