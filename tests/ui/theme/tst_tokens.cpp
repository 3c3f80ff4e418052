// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "ui/theme/tokens.h"

#include <QTest>

#include <cmath>

using namespace Sluice;

namespace {

// WCAG 2.1, relative luminance.
double luminance(const QColor &color)
{
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

constexpr double rounding = 0.05; // promises are given with one decimal
constexpr double readable = 4.5;
constexpr double visible = 3.0;

} // namespace

// The contrast that the look promises, computed from the tables of the program.
class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownRatios();
    void palette_data();
    void palette();
    void families_data();
    void families();
    void everyBadgeIsReadable_data();
    void everyBadgeIsReadable();
    void modeIsReadFromAnyPalette();
    void viewsKeepTheTextColour();
    void highContrastIsHigher_data();
    void highContrastIsHigher();
};

void TestTokens::knownRatios()
{
    QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21.0) < 1e-9);
    QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

void TestTokens::palette_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("promised");

    const QPalette light = programPalette(false);
    const QPalette dark = programPalette(true);
    const auto row = [](const char *name, const QColor &ink, const QColor &ground,
                        double promised) { QTest::newRow(name) << ink << ground << promised; };
    const auto both = [&](const QByteArray &name, auto &&ink, auto &&ground, double onLight,
                          double onDark) {
        row((name + ", light").constData(), ink(light), ground(light), onLight);
        row((name + ", dark").constData(), ink(dark), ground(dark), onDark);
    };
    const auto role = [](QPalette::ColorRole which) {
        return [which](const QPalette &p) { return p.color(QPalette::Active, which); };
    };
    const auto token = [](QColor Tokens::*which) {
        return [which](const QPalette &p) { return tokensFor(p).*which; };
    };
    const auto base = role(QPalette::Base);
    const auto window = role(QPalette::Window);
    const auto selection = token(&Tokens::selection);
    both("text on base", role(QPalette::Text), base, 16.3, 14.2);
    both("text on window", role(QPalette::WindowText), window, 14.8, 12.9);
    both("text on selection", role(QPalette::Text), selection, 13.2, 9.9);
    both("secondary on base", token(&Tokens::textSecondary), base, 6.5, 7.8);
    both("secondary on window", token(&Tokens::textSecondary), window, 5.9, 7.0);
    both("secondary on selection", token(&Tokens::textSecondary), selection, 5.3, 5.4);
    both("placeholder on base", role(QPalette::PlaceholderText), base, 5.4, 5.8);
    both("link on base", role(QPalette::Link), base, 7.7, 8.7);
    both("text on accent", role(QPalette::HighlightedText), token(&Tokens::accent), 6.3, 5.1);
    both("input frame on base", token(&Tokens::field), base, 3.3, 4.2);
    both("focus on base", token(&Tokens::focus), base, 6.3, 6.1);
    both("focus on window", token(&Tokens::focus), window, 5.7, 5.5);
    both("focus on button", token(&Tokens::focus), role(QPalette::Button), 6.3, 4.7);
    both("frame of a button on its ground", token(&Tokens::field), window, visible, visible);
    both("frame of a button on base", token(&Tokens::field), base, visible, visible);
    both("frame of a button round its fill", token(&Tokens::field), role(QPalette::Button), visible,
         visible);
    both("handle of a scroll bar", token(&Tokens::field), role(QPalette::AlternateBase), visible,
         visible);
    both("bar of a selected row", token(&Tokens::focus), selection, visible, visible);
    both("line below a selected row", token(&Tokens::selectionLine), base, visible, visible);
    both("line below a selected row of the tree", token(&Tokens::selectionLine), window, visible,
         visible);
    both("text on a hit", role(QPalette::Text), token(&Tokens::hit), readable, readable);
    both("line of a hit on base", token(&Tokens::warning), base, visible, visible);
    both("line of a hit on selection", token(&Tokens::warning), selection, visible, visible);
    both("problem frame on base", token(&Tokens::problem), base, visible, visible);
    both("tool tip", role(QPalette::ToolTipText), role(QPalette::ToolTipBase), readable, readable);
}

void TestTokens::palette()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QFETCH(double, promised);
    const double ratio = contrast(ink, ground);
    QVERIFY2(ratio >= promised - rounding, qPrintable(QString::number(ratio)));
}

void TestTokens::families_data()
{
    QTest::addColumn<Family>("family");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("fgOnBg");
    QTest::addColumn<double>("solidOnBase");
    QTest::addColumn<double>("solidOnSelection");

    QTest::newRow("good light") << Family::Good << false << 5.9 << 4.4 << 3.5;
    QTest::newRow("good dark") << Family::Good << true << 7.8 << 5.9 << 4.1;
    QTest::newRow("snapshot light") << Family::Snapshot << false << 6.2 << 4.5 << 3.7;
    QTest::newRow("snapshot dark") << Family::Snapshot << true << 7.6 << 5.5 << 3.8;
    QTest::newRow("warning light") << Family::Warning << false << 6.9 << 4.1 << 3.3;
    QTest::newRow("warning dark") << Family::Warning << true << 8.2 << 6.7 << 4.7;
    QTest::newRow("stopped light") << Family::Stopped << false << 6.8 << 3.8 << 3.1;
    QTest::newRow("stopped dark") << Family::Stopped << true << 7.1 << 4.8 << 3.3;
    QTest::newRow("unknown light") << Family::Unknown << false << 7.0 << 5.3 << 4.3;
    QTest::newRow("unknown dark") << Family::Unknown << true << 7.5 << 4.7 << 3.3;
    QTest::newRow("unexpected light") << Family::Unexpected << false << 6.0 << 5.3 << 4.3;
    QTest::newRow("unexpected dark") << Family::Unexpected << true << 5.3 << 4.5 << 3.1;
    QTest::newRow("problem light") << Family::Problem << false << 6.4 << 5.3 << 4.3;
    QTest::newRow("problem dark") << Family::Problem << true << 7.8 << 4.5 << 3.1;
    QTest::newRow("information light") << Family::Information << false << 7.1 << 6.3 << 5.1;
    QTest::newRow("information dark") << Family::Information << true << 7.8 << 5.2 << 3.6;
}

void TestTokens::families()
{
    QFETCH(Family, family);
    QFETCH(bool, dark);
    QFETCH(double, fgOnBg);
    QFETCH(double, solidOnBase);
    QFETCH(double, solidOnSelection);
    const QPalette palette = programPalette(dark);
    const FamilyColors &colors = familyColors(family, palette);
    const QColor base = palette.color(QPalette::Base);
    QVERIFY2(contrast(colors.fg, colors.bg) >= fgOnBg - rounding,
             qPrintable(QString::number(contrast(colors.fg, colors.bg))));
    QVERIFY2(contrast(colors.solid, base) >= solidOnBase - rounding,
             qPrintable(QString::number(contrast(colors.solid, base))));
    const QColor selection = tokensFor(palette).selection;
    QVERIFY2(contrast(colors.solid, selection) >= solidOnSelection - rounding,
             qPrintable(QString::number(contrast(colors.solid, selection))));
}

void TestTokens::everyBadgeIsReadable_data()
{
    QTest::addColumn<Badge>("badge");
    for (int i = 0; i <= static_cast<int>(Badge::NotChecked); ++i)
        QTest::addRow("%d", i) << static_cast<Badge>(i);
}

void TestTokens::everyBadgeIsReadable()
{
    QFETCH(Badge, badge);
    for (const bool dark : {false, true}) {
        const QPalette palette = programPalette(dark);
        const FamilyColors &colors = familyColors(familyOf(badge), palette);
        QVERIFY(contrast(colors.fg, colors.bg) >= readable);
        QVERIFY(contrast(colors.solid, palette.color(QPalette::Base)) >= visible);
        QVERIFY(contrast(colors.solid, tokensFor(palette).selection) >= visible);
    }
}

void TestTokens::modeIsReadFromAnyPalette()
{
    QVERIFY(tokensFor(programPalette(true)).dark);
    QVERIFY(tokensFor(viewPalette(true)).dark);
    QVERIFY(tokensFor(toolTipPalette(true)).dark);
    QVERIFY(!tokensFor(programPalette(false)).dark);
    QVERIFY(!tokensFor(viewPalette(false)).dark);
    QVERIFY(!tokensFor(toolTipPalette(false)).dark);
}

void TestTokens::viewsKeepTheTextColour()
{
    for (const bool dark : {false, true}) {
        const QPalette palette = viewPalette(dark);
        QCOMPARE(palette.color(QPalette::HighlightedText), palette.color(QPalette::Text));
        QCOMPARE(palette.color(QPalette::Highlight), tokensFor(palette).selection);
    }
}

void TestTokens::highContrastIsHigher_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTokens::highContrastIsHigher()
{
    QFETCH(const bool, dark);
    constexpr double strong = 7.0; // WCAG 2.1, level AAA
    const QPalette palette = programPalette(dark, true);
    const Tokens &tokens = tokensFor(palette);
    QCOMPARE(tokens.dark, dark);
    QVERIFY(&tokens != &tokensFor(programPalette(dark)));
    QCOMPARE(&tokensFor(viewPalette(dark, true)), &tokens);
    QCOMPARE(&tokensFor(toolTipPalette(dark, true)), &tokens);
    const QColor base = palette.color(QPalette::Base);
    for (const QColor &ink :
         {palette.color(QPalette::Text), palette.color(QPalette::PlaceholderText),
          palette.color(QPalette::Link), tokens.textSecondary, tokens.focus, tokens.field}) {
        QVERIFY2(contrast(ink, base) >= strong, qPrintable(ink.name()));
        QVERIFY2(contrast(ink, palette.color(QPalette::Window)) >= strong, qPrintable(ink.name()));
        QVERIFY2(contrast(ink, tokens.selection) >= readable, qPrintable(ink.name()));
    }
    for (const QColor &line : {tokens.line, tokens.frame, tokens.selectionLine, tokens.problem,
                               tokens.warning, tokens.textDisabled})
        QVERIFY2(contrast(line, base) >= readable, qPrintable(line.name()));
    for (int i = 0; i <= int(Family::Information); ++i) {
        const FamilyColors &colors = familyColors(Family(i), palette);
        QVERIFY2(contrast(colors.fg, colors.bg) >= readable, qPrintable(QString::number(i)));
        QVERIFY2(contrast(colors.border, base) >= readable, qPrintable(QString::number(i)));
        QVERIFY2(contrast(colors.solid, base) >= readable, qPrintable(QString::number(i)));
    }
}

SLUICE_TEST(TestTokens, Core)
#include "tst_tokens.moc"
