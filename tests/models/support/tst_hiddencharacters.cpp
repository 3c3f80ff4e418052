// SPDX-License-Identifier: Apache-2.0
#include "models/support/hiddencharacters.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// Each question by itself: what one place hides, another may need.
class TestHiddenCharacters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersEachQuestion_data();
    void answersEachQuestion();
    void showsThem_data();
    void showsThem();
};

void TestHiddenCharacters::answersEachQuestion_data()
{
    QTest::addColumn<uint>("character");
    // h: hidden, u: unseen, b: blank, t: turns, a: acts, c: control
    QTest::addColumn<QString>("yes");
    const auto row = [](const char *name, uint character, const QString &yes) {
        QTest::newRow(name) << character << yes;
    };
    row("letter", U'a', {});
    row("umlaut", 0xE4, {});
    row("space", U' ', u"b"_s);
    row("tab", U'\t', u"hbc"_s);
    row("null", 0, u"huc"_s);
    row("escape", 0x1B, u"huc"_s);
    row("delete", 0x7F, u"huac"_s);
    row("next line", 0x85, u"hbac"_s);
    row("C1", 0x9B, u"huac"_s);
    row("no-break space", 0xA0, u"b"_s);
    row("soft hyphen", 0xAD, u"hu"_s);
    row("grapheme joiner", 0x34F, u"u"_s);
    row("Arabic letter mark", 0x61C, u"hua"_s);
    row("Hangul filler", 0x115F, u"u"_s);
    row("zero width space", 0x200B, u"hub"_s);
    row("non-joiner", 0x200C, u"ub"_s);
    row("joiner", 0x200D, u"ub"_s);
    row("left-to-right mark", 0x200E, u"hua"_s);
    row("line separator", 0x2028, u"hba"_s);
    row("override", 0x202E, u"huta"_s);
    row("word joiner", 0x2060, u"hub"_s);
    row("invisible times", 0x2062, u"hu"_s);
    row("isolate", 0x2066, u"huta"_s);
    row("end of isolate", 0x2069, u"huta"_s);
    row("blank of Braille", 0x2800, u"u"_s);
    row("ideographic space", 0x3000, u"b"_s);
    row("half a pair", 0xD800, u"h"_s);
    row("private", 0xE000, u"h"_s);
    row("selector", 0xFE0F, u"u"_s);
    row("byte order mark", 0xFEFF, u"hua"_s);
    row("annotation", 0xFFF9, u"hua"_s);
    row("replacement", 0xFFFD, {});
    row("no character", 0xFFFF, u"h"_s);
    row("tag", 0xE0041, u"hu"_s);
    row("selector beyond", 0xE0100, u"u"_s);
    row("picture", 0x1F600, {});
}

void TestHiddenCharacters::answersEachQuestion()
{
    QFETCH(const uint, character);
    QString yes;
    for (const auto &[letter, isSo] :
         {std::pair(u'h', &isHiddenCharacter), std::pair(u'u', &isUnseenCharacter),
          std::pair(u'b', &isBlankCharacter), std::pair(u't', &turnsText),
          std::pair(u'a', &actsOnText), std::pair(u'c', &isControlCharacter)}) {
        if (isSo(character))
            yes += letter;
    }
    QTEST(yes, "yes");
}

void TestHiddenCharacters::showsThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("none") << u"orders"_s << u"orders"_s;
    QTest::newRow("override") << u"a\u202Eb"_s << u"a<U+202E>b"_s;
    QTest::newRow("line end") << u"a\nb"_s << u"a<U+000A>b"_s;
    QTest::newRow("joiner") << u"a\u200Db"_s << u"a\u200Db"_s;
    QTest::newRow("tag") << QString::fromUcs4(U"a\U000E0041") << u"a<U+E0041>"_s;
    QTest::newRow("half a pair") << QString(QChar(0xD83D)) << u"<U+D83D>"_s;
}

void TestHiddenCharacters::showsThem()
{
    QFETCH(const QString, text);
    QFETCH(const QString, name);
    QCOMPARE(shownName(text), name);
    QCOMPARE(shownText(text), text.contains(u'\n') ? text : name);
}

SLUICE_TEST(TestHiddenCharacters, None)
#include "tst_hiddencharacters.moc"
