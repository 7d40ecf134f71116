import MassGenCore
import Testing

@Suite struct DollarsTests {
    @Test(arguments: [
        ("0", "0"), ("1", "1"), ("0.0042", "0.0042"), ("1.4e-05", "0.000014"), ("2.50", "2.5"), ("-0.1", "-0.1"),
        ("12e2", "1200"), ("0.000000000000000001", "0.000000000000000001"), ("0.10000000000000000000", "0.1"),
    ])
    func readsDecimalNumbersExactly(text: String, digits: String) {
        #expect(Dollars(text)?.description == digits)
    }

    @Test(arguments: ["", "-", ".", "1.2.3", "x", "1e", "0.0000000000000000001", "1e99", "1,5", " 1"])
    func refusesWhatIsNoAmount(text: String) {
        #expect(Dollars(text) == nil)
    }

    @Test(arguments: [
        ("0", "$0.0000"), ("0.0042", "$0.0042"), ("0.00005", "$0.000050"), ("0.0000004567", "$0.00000046"),
        ("0.000000000000000001", "$0.000000000000000001"), ("0.0123", "$0.012"), ("0.00999", "$0.0100"),
        ("0.9996", "$1.000"), ("1", "$1.00"), ("1234.5", "$1,234.50"), ("1234567.891", "$1,234,567.89"),
        ("-0.5", "-$0.500"), ("-0.00001", "-$0.000010"),
    ])
    func writesMoneyAsPeopleDo(text: String, money: String) {
        #expect(Dollars(text)?.formatted == money)
    }

    @Test func sumsStayAtTheEndOfTheRange() {
        let most = Dollars(attodollars: .max), least = Dollars(attodollars: .min)
        #expect(most + Dollars(attodollars: 1) == most)
        #expect(least - Dollars(attodollars: 1) == least)
        #expect(most * 3 == most)
        #expect(most * -3 == least)
        #expect(Dollars("0.1")! * 3 == Dollars("0.3"))
    }

    @Test func isCodedWithAllDigits() throws {
        let amount = try #require(Dollars("1234567.000000000000000001"))
        let json = try JSON(encoding: [amount])
        #expect(json.text == #"["1234567.000000000000000001"]"#)
        #expect(try json.decode([Dollars].self) == [amount])
    }

    @Test func groupsDigits() {
        #expect(1_234_567.separated == "1,234,567")
        #expect((-1000).separated == "-1,000")
        #expect(999.separated == "999")
        #expect(Int.min.separated == "-9,223,372,036,854,775,808")
    }
}
