/// How many tokens of `o200k_base` pieces of text have on average, in thousandths of a token.
///
/// Least squares of the relative error over 7,800 texts of 150 to 4,000 characters: the GNOME and LibreOffice manuals in
/// forty languages; code in C, JavaScript, Perl, Python, shell and HTML; JSON, numbers, random identifiers and emoji.
/// DocC's article on tokens says how well they do on other texts.
enum TokenWeights {
    /// A word after a space, after nothing and after a symbol.
    static let latinWords = (afterSpace: 888, alone: 926, afterSymbol: 992)
    /// A letter of a word that is all capitals.
    static let capital = 89
    /// A Latin letter beyond a to z.
    static let accented = 240
    /// Signs between words.
    static let symbols = 945
    /// A further sign of ASCII that differs from the one before; the same is nearly free.
    static let otherSymbol = 117
    static let sameSymbol = 18
    /// A sign beyond ASCII, and one beyond U+FFFF such as an emoji.
    static let wideSymbol = 296
    static let widestSymbol = 367
    /// A digit beyond ASCII.
    static let wideDigit = 1704

    /// A word of a script, and each of its letters.
    static let scripts: [Script: (word: Int, letter: Int)] = [
        .greek: (112, 377), .cyrillic: (744, 232), .hebrew: (-104, 485), .arabic: (467, 273), .devanagari: (93, 410),
        .indic: (560, 324), .thai: (118, 399), .hiragana: (1106, 720), .katakana: (-176, 631), .han: (985, 677),
        .hangul: (391, 569), .other: (-86, 1356),
    ]

    /// Two neighbouring letters of a Latin word: a to z, then all others.
    static let latinPairs = PairTable(
        letters: 27, base: 402,
        #"""
        UED=Lc<HHHK=;AUB\>C>N5GJ8TH
        FYIY<]]bG<UDW\>C`GNV8UZ_F]<
        JIECAPb<SIDBQT>YV5E?HOS[KU9
        DQTM@cRbJ]KLMQBP\FPOEGVUIfI
        MPM@>AJLXKaKHFGSIBCKmH6:EZa
        CccTM?U_D`\GWPEQ`NWAG^\S[YC
        TJCXBYXXL]B\uQO\UKNZTcaZQPY
        JY_RC[VXF_TK;T?hY;U4ZaTWbY=
        KB>=D@=4hEBDAB82M?A@~9]Y`HK
        NUTSF][XO`?][TAM[Z7bVWZZXKX
        QVTKAaCDT`eZU\K_[bRNYSU_R[T
        MPMQC?XMJPJNVc@FUVBGFI_X>YP
        CGVR=gWaDYJVCREKWYIcH^XZ^[O
        OUA>FK9LMTHJSCIJTZ>?IUU^MnM
        OEGMTDIeZRINIB?EOCIHC@FMRZY
        H[ULGRME^`Z=NL@GeFN8CZZX>h`
        \[XW`ZX[]X^LX[YYXReYM^]XV]R
        OVQLCM@YNKQZGH>NTIJFOOJi=]S
        X]RL>O]MMZO]VUICPV<EHMXd/JK
        Oo\RCIg>S[OKO^INL@ISMY>W6t[
        HFAJ1DTP6bG?HDWD]1C;cECAPYE
        WW^E>k\YPYaLOZ=KbUYZeYX[\Y^
        >[fW=^YMDUX^YE8K_?;cUZKVTWG
        XXNnTRZSI^YZWXYJUS`S[XZ;@Sa
        MNISW_odX^YTK]KE[`WYX^RYX]Z
        VZSQ?WSW`XX\hKP]VX`VAjVXRgV
        W^AL>@7@VjZCC3$>TRYE<JTP>BH
        """#)

    /// What two neighbouring letters of a Cyrillic word have beyond their own: а to я, then all others.
    static let cyrillicPairs = PairTable(
        letters: 33, base: 0,
        #"""
        RKOYUIQROGMONKTLNSKOKPR^OQPPPPKK_
        JQRPPVPPYPQTPLOPWOPHPKSRPMM@PPPOU
        HPORPTQQRPXNQNNTXDPTPLPPPOP@PPPO`
        SPPPOUPPJPPTUOLPFPQTPPPPPPPPPPPPS
        [SOONTRQMPOFLRFOSQPQRQPPQPPINPPO^
        NPQORLUHPM^AC>QQT=?PQNPNSPPPPPQQZ
        OPPPMLPRQPOTJAPPPPPRPPPQPPPPPPPPT
        TSaPILQPYPQOIUOOQPQMPPPPPPPNOPPPR
        PUYQS@QRJVXKUWJJPVKPSNPLWQPPPPLDU
        PQNPPPPPPPTDQROPPOVPPPPPPPPPPPPPP
        TPQPPWLPSPPSPZIPVZPUPPOPPPPPPPPP\
        UTPOPLLPKPTPRNJPPPPJPPPSPQPRIPLIY
        NQSOPGPPMPZPOQGMQPPOOPRPPPPOPPPIY
        PPPPMQPPQPPPPOIPPQK[KPQPRPP7QPRcc
        PGOKLFBQQ?SDLTLQOUDOOGNUOPPPPNTNX
        TPPPQQPPMPNQPPKROOPOPPVQQPPOJPPOV
        LRMOPXMPYPWSKXPNPYSOQMQQUPPHOPQNY
        RQOPONPPMPPMJVELPOKTPRUPJPPNLPP@U
        VOHPPTPPNPVROSCNO?OVPPPOPPPJBPQPY
        PQQRJHMMPQNQRXOOYGTPRPROQNPPPPMNS
        HPPPPQPPLPPPPPMPSPRPORPPPPPPPPPPS
        PPPPPRPPOPPNSNFPLPPOPPRPPPPPPPPPQ
        PPOPPSPPQPOPRSSPPPPSPPPRPPPPQPRRR
        HPQPPGPPTPTPPYRPPP?RPPPPRPPPPPPPO
        QPPPPNPPUPPPPRQPRPUTPPPPPRPPPPPPX
        RPPPPNPPMPPPPPVPPPPPPPPPPPRPOPPPU
        PPPPPOPPPPPPPPPPPPPPPPPPPPPRPPPNP
        PJIPPAPOPJOOMPPNRNOPPDPQTPPPRPPPP
        PQPPPPPEPPQPQRSPPMQPPPRPNPPPPRJPR
        PPPPPPPPPPIKPPPPPPAPOPPPPPPPPPRPP
        PRRPRPPQPPPPPPPPQPHPPPPFPNPPPPRRR
        QPOQPOPQPPSRPPPPPOKPPOOUPOPPPPRPQ
        `STRUfPT^U]_Q^RSWX_`RUPQSQPPPPOSU
        """#)
}

/// A weight for every pair of letters: a row per first letter, a sign per second one, `P` for the average and 30
/// thousandths a sign.
struct PairTable: Sendable {
    private let letters: Int
    private let weights: [Int16]

    init(letters: Int, base: Int16, _ rows: String) {
        self.letters = letters
        weights = rows.utf8.filter { $0 != 0x0A }.map { (Int16($0) - 0x50) * 30 + base }
        precondition(
            weights.count == letters * letters, "a pair table of \(letters) letters has that many rows and signs")
    }

    @inline(__always)
    subscript(_ first: Int, _ second: Int) -> Int {
        weights.withUnsafeBufferPointer { weights in
            // Letters are below their number: so many weights are there.
            Int(weights[first &* letters &+ second])
        }
    }
}
