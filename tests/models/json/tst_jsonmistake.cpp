// SPDX-License-Identifier: Apache-2.0
#include "models/json/jsontext.h"
#include "tests/support/testprogram.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// What is said of text that is no JSON: where it breaks, what stands there, how to mend it.
class TestJsonMistake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheEncoding_data();
    void namesTheEncoding();
    void namesTheMistake_data();
    void namesTheMistake();
    void saysNothingOfWhatStandsInQuotes_data();
    void saysNothingOfWhatStandsInQuotes();
    void tellsTheFirstOfSeveral();
};

namespace {

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding,
                   QStringConverter::Flag flag = QStringConverter::Flag::Default)
{
    QStringEncoder encoder(encoding, flag);
    return encoder(text);
}

} // namespace

void TestJsonMistake::namesTheEncoding_data()
{
    using Encoding = QStringConverter::Encoding;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("word");
    const QString json = u"{\n  \"name\": \"größer\"\n}\n"_s;
    const auto marked = QStringConverter::Flag::WriteBom;
    const auto row = [](const char *name, const QByteArray &text, const QString &word, int line = 1,
                        int column = 1) { QTest::newRow(name) << text << line << column << word; };
    row("UTF-16 of a shell", encoded(json, Encoding::Utf16LE, marked), u"UTF-16"_s);
    row("UTF-16 without a mark", encoded(json, Encoding::Utf16LE), u"UTF-16"_s);
    row("UTF-16 big end first", encoded(json, Encoding::Utf16BE, marked), u"UTF-16"_s);
    row("UTF-16 big end first without a mark", encoded(json, Encoding::Utf16BE), u"UTF-16"_s);
    row("UTF-16 of a list", encoded(u"[]"_s, Encoding::Utf16LE), u"UTF-16"_s);
    row("UTF-16 after a line end", encoded(u"\r\n{}"_s, Encoding::Utf16LE), u"UTF-16"_s);
    row("UTF-32", encoded(json, Encoding::Utf32LE, marked), u"UTF-32"_s);
    row("UTF-32 without a mark", encoded(json, Encoding::Utf32LE), u"UTF-32"_s);
    row("UTF-32 big end first", encoded(json, Encoding::Utf32BE), u"UTF-32"_s);
    row("Latin-1", encoded(json, Encoding::Latin1), u"Latin-1"_s, 2, 14);
    row("Latin-1 without a text", QByteArray("{\"a\": \xA0 1}"), u"Latin-1"_s, 1, 7);
    row("Windows-1252 quotes", QByteArray("{\x93name\x94: 1}"), u"0x93"_s, 1, 2);
    row("cut within a character", QByteArray("{\"a\": \"\xC3"), u"0xC3"_s, 1, 8);
    row("half a pair as bytes", QByteArray("{\"a\": \"\xED\xA0\x80\"}"), u"0xED"_s, 1, 8);
    row("cut within a wide character", QByteArray("{\"a\": \"\xF0\x9F\x98"), u"cut off"_s, 1, 8);
    row("nothing but NULs", QByteArray(64, '\0'), u"NUL"_s);
    row("xz",
        QByteArray("\xFD"
                   "7zXZ\0\0",
                   7),
        u"packed"_s);
    row("zstd", QByteArray("\x28\xB5\x2F\xFD\x04\0", 6), u"packed"_s);
    row("bzip2", QByteArray("BZh91AY&SY\0", 11), u"packed"_s);
    row("EBCDIC", QByteArray("\xC0\x7F\x95\x81\x94\x85\x7F\x7A\xF1\xD0"), u"EBCDIC"_s);
    row("packed", QByteArray("\x1F\x8B\x08\x00\x00", 5), u"packed"_s);
    row("zip", QByteArray("PK\x03\x04 ..."), u"packed"_s);
    row("NUL in a text", QByteArray("{\"a\":\n \"x\0y\"}", 14), u"NUL"_s, 2, 4);
    row("NULs at the end", QByteArray("{\"a\": 1}\n\0\0\0", 12), u"NUL"_s, 2, 1);
}

void TestJsonMistake::namesTheEncoding()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, word);
    const ParsedDocument parsed = parseJson(text);
    QVERIFY(!parsed.document);
    QVERIFY2(parsed.fault.message.contains(word), qPrintable(parsed.fault.message));
    QTEST(parsed.fault.line, "line");
    QTEST(parsed.fault.column, "column");
}

void TestJsonMistake::namesTheMistake_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const QString &text, int line, int column,
                        const QString &word) {
        QTest::newRow(name) << text << line << column << word;
    };
    row("line comment", u"{\n// who\n\"a\": 1}"_s, 2, 1, u"comment"_s);
    row("comment behind a value", u"{\"a\": 1 // one\n}"_s, 1, 9, u"comment"_s);
    row("block comment", u"{\"a\": /* one */ 1}"_s, 1, 7, u"comment"_s);
    row("hash comment", u"{\"a\": 1,\n# two\n\"b\": 2}"_s, 2, 1, u"comment"_s);
    row("comment before all", u"// exported\n{}"_s, 1, 1, u"comment"_s);
    row("comma before a brace", u"{\"a\": 1,\n}"_s, 2, 1, u"comma"_s);
    row("comma before a bracket", u"[1, 2, ]"_s, 1, 8, u"comma"_s);
    row("two commas", u"{\"a\": 1,,\n\"b\": 2}"_s, 1, 9, u"delete the comma"_s);
    row("two commas on two lines", u"[1,\n, 2]"_s, 2, 1, u"delete the comma"_s);
    row("comma behind a brace", u"{, \"a\": 1}"_s, 1, 2, u"delete the comma"_s);
    row("single quotes", u"{'a': 1}"_s, 1, 2, u"double"_s);
    row("single quotes of a value", u"{\"a\": 'x'}"_s, 1, 7, u"double"_s);
    row("backticks", u"{\"a\": `x`}"_s, 1, 7, u"double"_s);
    row("typographic quotes", u"{“a”: 1}"_s, 1, 2, u"U+201C"_s);
    row("German quotes", u"{\"a\": „x“}"_s, 1, 7, u"U+201E"_s);
    row("French quotes", u"{\"a\": «x»}"_s, 1, 7, u"U+00AB"_s);
    row("no-break space", u"{\n\u00A0 \"a\": 1}"_s, 2, 1, u"no-break space"_s);
    row("no-break space before all", u"\u00A0{}"_s, 1, 1, u"no-break space"_s);
    row("zero width space", u"{\"a\":\u200B1}"_s, 1, 6, u"U+200B"_s);
    row("ideographic space", u"{\"a\":\u30001}"_s, 1, 6, u"U+3000"_s);
    row("byte order mark in the middle", u"[{},\n\uFEFF{}]"_s, 2, 1, u"byte order mark"_s);
    row("typographic dash", u"{\"a\": \u22125}"_s, 1, 7, u"minus"_s);
    row("name without quotes", u"{name: 1}"_s, 1, 2, u"\"name\""_s);
    row("text without quotes", u"{\"a\": orders}"_s, 1, 7, u"\"orders\""_s);
    row("Python's words", u"{\"a\": True}"_s, 1, 7, u"true"_s);
    row("Python's nothing", u"{\"a\": None}"_s, 1, 7, u"null"_s);
    row("no number", u"{\"a\": NaN}"_s, 1, 7, u"NaN"_s);
    row("infinite", u"{\"a\": Infinity}"_s, 1, 7, u"Infinity"_s);
    row("plus", u"{\"a\": +5}"_s, 1, 7, u"plus"_s);
    row("leading zero", u"{\"a\": 007}"_s, 1, 7, u"start with 0"_s);
    row("point at the end", u"{\"a\": 1.}"_s, 1, 7, u"point"_s);
    row("point at the start", u"{\"a\": .5}"_s, 1, 7, u"point"_s);
    row("hexadecimal", u"{\"a\": 0x1F}"_s, 1, 7, u"hexadecimal"_s);
    row("half a power", u"{\"a\": 1e}"_s, 1, 7, u"number"_s);
    row("grouped digits", u"{\"a\": 1_000}"_s, 1, 7, u"number"_s);
    row("behind a large number", u"{\"a\": 23958446825181076828,\n \"b\": 1.0 \"c\": 2}"_s, 2, 11,
        u"comma"_s);
    row("path of Windows", u"{\"a\": \"C:\\data\"}"_s, 1, 10, u"backslash"_s);
    row("regular expression", u"{\"a\":\n\"sales\\..*\"}"_s, 2, 7, u"backslash"_s);
    row("half an escape", u"{\"a\": \"\\u12\"}"_s, 1, 8, u"backslash"_s);
    row("equals sign", u"{\"a\" = 1}"_s, 1, 6, u"\":\""_s);
    row("quote left open", u"{\"a\": \"x,\n\"b\": 2}"_s, 1, 7, u"close"_s);
    row("name left open", u"{\"a\": 1,\"x\n \"name\": \"n\"}"_s, 1, 9, u"close"_s);
    row("last quote left open", u"{\"a\": \"x\n}"_s, 1, 7, u"close"_s);
    row("semicolon", u"{\"a\": 1; \"b\": 2}"_s, 1, 8, u"comma"_s);
    row("a value a line", u"{\"a\": 1}\n{\"a\": 2}"_s, 2, 1, u"list"_s);
    row("web page", u"<!DOCTYPE html>"_s, 1, 1, u"web page"_s);
    row("YAML", u"---\nname: x"_s, 1, 1, u"YAML"_s);
    row("Terraform", u"\nresource \"a\" \"b\" {"_s, 2, 1, u"Terraform"_s);
    row("merge conflict", u"{\n<<<<<<< HEAD\n\"a\": 1\n=======\n\"a\": 2\n>>>>>>> x\n}"_s, 2, 1,
        u"conflict"_s);
    row("merge conflict from the start", u"<<<<<<< HEAD\n{}\n=======\n"_s, 1, 1, u"conflict"_s);
    row("half a merge", u"{\"a\": 1,\n=======\n\"a\": 2}"_s, 2, 1, u"conflict"_s);
    row("end of a merge", u"{\"a\": 1\n>>>>>>> main\n}"_s, 2, 1, u"conflict"_s);
    row("base of a merge", u"[1,\n||||||| base\n2]"_s, 2, 1, u"conflict"_s);
    row("pointer of LFS", u"version https://git-lfs.github.com/spec/v1\noid"_s, 1, 1, u"LFS"_s);
    row("vault", u"$ANSIBLE_VAULT;1.1;AES256\n66"_s, 1, 1, u"encrypted"_s);
    row("patch", u"--- a/x.json\n+++ b/x.json\n"_s, 1, 1, u"patch"_s);
    row("line end in a text", u"{\"a\":\n\"x\ny\"}"_s, 2, 3, u"quote is missing"_s);
    row("tab in a text", u"{\"a\": \"x\ty\"}"_s, 1, 9, u"tab"_s);
    row("tab in a name", u"{\"a\t\": 1}"_s, 1, 4, u"tab"_s);
    row("escape in a text", u"{\"a\": \"\u001b[1m\"}"_s, 1, 8, u"U+001B"_s);
    row("carriage return in a text", u"{\"a\": \"x\ry\"}"_s, 1, 9, u"quote is missing"_s);
    row("behind an escaped quote", u"{\"a\": \"\\\"\u0007\"}"_s, 1, 10, u"U+0007"_s);
    row("something else", u"hello"_s, 1, 1, u"braces"_s);
}

void TestJsonMistake::namesTheMistake()
{
    QFETCH(QString, text);
    QFETCH(QString, word);
    const ParsedDocument parsed = parseJson(text.toUtf8());
    QVERIFY(!parsed.document);
    QVERIFY2(parsed.fault.message.contains(word), qPrintable(parsed.fault.message));
    QTEST(parsed.fault.line, "line");
    QTEST(parsed.fault.column, "column");
}

void TestJsonMistake::saysNothingOfWhatStandsInQuotes_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"// no comment", "/* none */", "'", "“x”", "\u00A0", "a,]", "\\\"'", "True", "\uFEFF",
          "\u202E"}) // NOLINT(misc-misleading-bidirectional): the case itself
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestJsonMistake::saysNothingOfWhatStandsInQuotes()
{
    QFETCH(QString, text);
    const QString json = u"{\"%1\": \"%1\"}"_s.arg(text);
    const ParsedDocument parsed = parseJson(json.toUtf8());
    QVERIFY2(parsed.document, qPrintable(parsed.fault.message));
    // Nor when something else is wrong behind it.
    const ParsedDocument broken = parseJson((u"{\"%1\": 1 2}"_s.arg(text)).toUtf8());
    QCOMPARE(broken.fault.message, parseJson("{\"a\": 1 2}").fault.message);
}

// A mistake further down is not what the reader stopped at.
void TestJsonMistake::tellsTheFirstOfSeveral()
{
    const ParsedDocument parsed = parseJson("{\n\"a\" 1,\n\"b\": 2, // two\n}");
    QCOMPARE(parsed.fault.line, 2);
    QVERIFY2(parsed.fault.message.contains(u"\":\""_s), qPrintable(parsed.fault.message));
}

SLUICE_TEST(TestJsonMistake, Core)
#include "tst_jsonmistake.moc"
