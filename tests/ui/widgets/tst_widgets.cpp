// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "ui/shared/bannerarea.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/altletters.h"
#include "ui/widgets/badgelabel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busyline.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/readonlytext.h"
#include "ui/widgets/scrollareaaccess.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtMath>

using namespace Qt::StringLiterals;
using namespace Sluice;

// The widgets of every page: reached by keys, named for screen readers, never cutting their own
// text.
class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void bannerIsNamedAndClosed();
    void bannerEscapesText();
    void bannerEndsWithOneStop_data();
    void bannerEndsWithOneStop();
    void severalBannersStayLow();
    void bannersWaitForTheEndOfClicks();
    void bannerGrowsWithItsText();
    void bannerButtonsAreReachedByTab();
    void bannerIsANotification();
    void lettersAreGivenOnce();

    void scrollAreasAnswerForChildrenThatAreGone();
    void badgeLabelIsNamed();
    void badgeLabelFits();
    void emptyStateFillsItsParent();
    void busyLineShowsOnlyWhenBusy();
    void elidedLabelIsCutNotClipped();

    void focusThickensTheFrameOfAProblem();
    void aTextFitsItsWholeWidth();
    void controlsFitTheirFont_data();
    void controlsFitTheirFont();
    void modeChangesPalettes();
    void jsonViewCopiesExactly();

private:
    Theme *m_theme = nullptr;
};

void TestWidgets::initTestCase()
{
    m_theme = new Theme(*qApp, Theme::Mode::Light);
}

void TestWidgets::init()
{
    m_theme->setMode(Theme::Mode::Light);
}

void TestWidgets::bannerIsNamedAndClosed()
{
    Banner banner(Banner::Kind::Warning);
    banner.setText(u"Offline."_s, u"Data of 13:40."_s);
    banner.setClosable(true);
    banner.show();
    QCOMPARE(banner.accessibleName(), u"Offline. Data of 13:40."_s);
    auto *close = banner.findChild<QToolButton *>(u"bannerClose"_s);
    QVERIFY(close != nullptr && close->isVisible());
    QVERIFY(!close->accessibleName().isEmpty());
    const QSignalSpy closed(&banner, &Banner::closed);
    QTest::keyClick(close, Qt::Key_Space);
    QCOMPARE(closed.count(), 1);
    QVERIFY(!banner.isVisible());
}

void TestWidgets::bannerEscapesText()
{
    Banner banner(Banner::Kind::Problem);
    banner.setText(u"<i>No</i>"_s, u"a < b"_s);
    const QString shown = banner.findChild<QLabel *>(u"bannerText"_s)->text();
    QVERIFY(shown.contains(u"&lt;i&gt;No"_s));
    QVERIFY(shown.contains(u"a &lt; b"_s));
}

void TestWidgets::bannerEndsWithOneStop_data()
{
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a name") << u"Could not start Acme Inc.."_s << u"Could not start Acme Inc."_s;
    QTest::newRow("amid") << u"Could not start Acme Inc.. 2 actions failed."_s
                          << u"Could not start Acme Inc. 2 actions failed."_s;
    QTest::newRow("cut") << u"Could not start a long na…."_s << u"Could not start a long na…"_s;
    QTest::newRow("cut, two") << u"It says a lot….."_s << u"It says a lot…"_s;
    QTest::newRow("quoted") << u"It answered 500: \"Broken.\"."_s
                            << u"It answered 500: \"Broken.\""_s;
    QTest::newRow("three") << u"Wait..."_s << u"Wait..."_s;
    QTest::newRow("one") << u"Version 1.2.3 of ../a."_s << u"Version 1.2.3 of ../a."_s;
}

void TestWidgets::bannerEndsWithOneStop()
{
    QFETCH(const QString, fact);
    QFETCH(const QString, shown);
    Banner banner(Banner::Kind::Problem);
    banner.setText(fact);
    QCOMPARE(banner.accessibleName(), shown);
    banner.setText(u"Fact."_s, fact);
    QCOMPARE(banner.accessibleName(), u"Fact. "_s + shown);
}

// A few messages leave the page to the pipelines.
void TestWidgets::severalBannersStayLow()
{
    BannerArea area;
    for (const QString &key : {u"one"_s, u"two"_s, u"three"_s}) {
        Notice notice;
        notice.key = key;
        notice.fact = key;
        area.raise(notice);
    }
    QCOMPARE(area.count(), 3);
    QVERIFY2(area.sizeHint().height() <= 120,
             qPrintable(QString::number(area.sizeHint().height())));
}

// Between the clicks of a double click the page stays where it is.
void TestWidgets::bannersWaitForTheEndOfClicks()
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    auto *area = new BannerArea(&page);
    auto *button = new QPushButton(u"Page"_s, &page);
    layout->addWidget(area);
    layout->addWidget(button);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    Notice notice;
    notice.key = u"a"_s;
    notice.fact = u"Fact."_s;
    QTest::mousePress(button, Qt::LeftButton);
    area->raise(notice);
    QVERIFY(!area->isVisible());
    QTest::mouseRelease(button, Qt::LeftButton);
    QVERIFY(!area->isVisible()); // a second click may follow
    QTRY_VERIFY(area->isVisible());

    QTest::mouseClick(button, Qt::LeftButton);
    area->clear(notice.key);
    QVERIFY(area->isVisible());
    QTRY_VERIFY(!area->isVisible());

    // What was clicked in a banner is done at once.
    area->raise(notice);
    QVERIFY(area->isVisible());
    QTest::mouseClick(area->findChild<QToolButton *>(u"bannerClose"_s), Qt::LeftButton);
    QVERIFY(!area->isVisible());
}

void TestWidgets::bannerGrowsWithItsText()
{
    Banner banner(Banner::Kind::Problem);
    banner.setText(u"Short."_s);
    const int oneLine = banner.heightForWidth(400);
    banner.setText(u"Short."_s,
                   u"Many words that need several lines in a narrow window. "_s.repeated(4));
    const int several = banner.heightForWidth(400);
    QVERIFY2(several >= oneLine + 2 * banner.fontMetrics().height(),
             qPrintable(QString::number(several)));
    QVERIFY(oneLine >= banner.fontMetrics().height() + 10);
}

void TestWidgets::bannerButtonsAreReachedByTab()
{
    Banner banner(Banner::Kind::Problem);
    banner.setText(u"Not saved."_s);
    QPushButton *copy = banner.addButton(u"Copy details"_s, "copy");
    QPushButton *next = banner.addButton(u"Next problem"_s);
    banner.show();
    QVERIFY(QTest::qWaitForWindowActive(&banner));
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Tab);
    QCOMPARE(qApp->focusWidget(), next);
    const QSignalSpy clicked(next, &QPushButton::clicked);
    QTest::keyClick(next, Qt::Key_Space);
    QCOMPARE(clicked.count(), 1);
    banner.clearButtons();
    QTRY_VERIFY(banner.findChildren<QPushButton *>().isEmpty());
}

// On Linux screen readers say notifications when they come on screen, and nothing else of the kind.
void TestWidgets::bannerIsANotification()
{
    class OwnBanner final : public Banner
    {
    public:
        using Banner::Banner;
    };

    OwnBanner banner(Banner::Kind::Problem);
    banner.setText(u"Not saved."_s, u"Try again."_s);
    const auto *access = QAccessible::queryAccessibleInterface(&banner);
    QCOMPARE(access->role(), QAccessible::Notification);
    QCOMPARE(access->text(QAccessible::Name), u"Not saved. Try again."_s);
}

void TestWidgets::lettersAreGivenOnce()
{
    const auto lettersFor = [](const QStringList &texts, const QString &taken) {
        QSet<QChar> used;
        for (const QChar letter : taken)
            used.insert(letter);
        QString letters;
        const QList<qsizetype> places = AltLetters::places(texts, used);
        for (qsizetype at = 0; at < texts.size(); ++at)
            letters += places.at(at) < 0 ? QChar(u'-') : texts.at(at).at(places.at(at)).toUpper();
        return letters;
    };
    QCOMPARE(lettersFor({u"Host"_s, u"Port"_s}, {}), u"HP"_s);
    QCOMPARE(lettersFor({u"Stage schema"_s, u"Stage name"_s, u"Schema"_s}, {}), u"SNC"_s);
    QCOMPARE(lettersFor({u"Host"_s, u"Port"_s}, u"HOSP"_s), u"TR"_s);
    QCOMPARE(lettersFor({u"ab"_s, u"a"_s}, {}), u"BA"_s); // the first one gives way
    QCOMPARE(lettersFor({u"a"_s, u"a"_s, u""_s}, {}), u"A--"_s);
    QCOMPARE(AltLetters::marked(u"R & D"_s, 4), u"R && &D"_s);
    QCOMPARE(AltLetters::marked(u"R & D"_s, -1), u"R && D"_s);
    QCOMPARE(AltLetters::letterOf(u"R && &d"_s), u'D');
    QVERIFY(AltLetters::letterOf(u"R && D"_s).isNull());
}

// A scroll bar goes between the count and the question of a screen reader.
void TestWidgets::scrollAreasAnswerForChildrenThatAreGone()
{
    guardScrollAreas();
    QScrollArea area;
    area.setWidget(new QWidget);
    const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&area);
    QVERIFY(face->childCount() > 0);
    QVERIFY(face->child(0));
    QVERIFY(!face->child(face->childCount()));
    QVERIFY(!face->child(99));
}

void TestWidgets::badgeLabelIsNamed()
{
    BadgeLabel label;
    label.setLook({.badge = Badge::NewValue, .rawText = u"REBALANCING"_s, .stale = true});
    QCOMPARE(label.accessibleName(), u"REBALANCING, outdated"_s);
}

void TestWidgets::badgeLabelFits()
{
    for (int i = 0; i <= static_cast<int>(Badge::NotChecked); ++i) {
        for (const bool big : {false, true}) {
            const BadgeLook look{.badge = static_cast<Badge>(i), .rawText = u"NEW"_s, .big = big};
            BadgeLabel label;
            label.setLook(look);
            const int word =
                QFontMetrics(badgeFont()).horizontalAdvance(badgeWord(look.badge, u"NEW"_s));
            QVERIFY(label.minimumSizeHint().width() >= word + 6 + 12 + 6 + 8);
            QVERIFY(label.sizeHint().height() >= QFontMetrics(badgeFont()).height());
        }
    }
}

void TestWidgets::emptyStateFillsItsParent()
{
    QWidget view;
    view.resize(400, 300);
    EmptyState empty(&view);
    empty.setText(u"This project has no pipelines."_s);
    view.show();
    QVERIFY(!empty.button()->isVisible());
    empty.setText(u"No pipelines in this filter."_s, u"Clear filters"_s);
    QVERIFY(empty.button()->isVisible());
    view.resize(500, 200);
    QCOMPARE(empty.size(), QSize(500, 200));
    const QSignalSpy clicked(&empty, &EmptyState::buttonClicked);
    QTest::mouseClick(empty.button(), Qt::LeftButton);
    QCOMPARE(clicked.count(), 1);
}

void TestWidgets::busyLineShowsOnlyWhenBusy()
{
    QWidget view;
    view.resize(400, 300);
    BusyLine line(&view);
    view.show();
    QVERIFY(!line.isVisible());
    line.setBusy(true);
    QVERIFY(line.isVisible());
    QCOMPARE(line.geometry(), QRect(0, 0, 400, 2));
    view.resize(300, 300);
    QCOMPARE(line.width(), 300);
    line.setBusy(false);
    QVERIFY(!line.isVisible());
}

void TestWidgets::elidedLabelIsCutNotClipped()
{
    TextLabel label(u"a very long name that does not fit into its place"_s);
    label.setElideMode(Qt::ElideRight);
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width());
    QVERIFY(label.minimumSizeHint().height() >= label.fontMetrics().height());
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&label);
    QCOMPARE(spoken->text(QAccessible::Name), label.text());
}

void TestWidgets::aTextFitsItsWholeWidth()
{
    const QFontMetrics metrics(smallFont());
    for (int number = 0; number < 200; ++number) {
        const QString text = u"Runner: shop-web-%1"_s.arg(number * 7919);
        QCOMPARE(metrics.elidedText(text, Qt::ElideRight, wholeWidth(metrics, text)), text);
    }
}

void TestWidgets::focusThickensTheFrameOfAProblem()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *editable = new QComboBox;
    editable->setEditable(true);
    const QList<QWidget *> inputs{new QLineEdit, new QComboBox, editable, new QSpinBox};
    for (QWidget *input : inputs) {
        input->setProperty("problem", true);
        layout->addWidget(input);
    }
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const Tokens &tokens = tokensFor(window.palette());
    for (QWidget *input : inputs) {
        const auto isFramed = [input](int depth, const QColor &color) {
            const QImage image = input->grab().toImage();
            const int pixel = qFloor((depth + 0.5) * image.devicePixelRatio());
            return image.pixelColor(pixel, image.height() / 2) == color &&
                   image.pixelColor(image.width() / 2, pixel) == color;
        };
        input->setFocus();
        QVERIFY(input->hasFocus());
        for (const int depth : {0, 1, 2, 3})
            QVERIFY2(isFramed(depth, tokens.problem), input->metaObject()->className());
        input->clearFocus();
        for (const int depth : {0, 1})
            QVERIFY2(isFramed(depth, tokens.problem), input->metaObject()->className());
        for (const int depth : {2, 3})
            QVERIFY2(!isFramed(depth, tokens.problem), input->metaObject()->className());
    }
}

void TestWidgets::controlsFitTheirFont_data()
{
    QTest::addColumn<qreal>("points");
    for (const qreal points : {8.0, 10.0, 14.0, 20.0})
        QTest::addRow("%g pt", points) << points;
}

void TestWidgets::controlsFitTheirFont()
{
    QFETCH(qreal, points);
    QPushButton button(u"Start 2…"_s);
    QLineEdit edit;
    QComboBox choice;
    choice.addItem(u"Azure Key Vault"_s);
    QPushButton small(u"Copy details"_s);
    small.setProperty("small", true);
    for (QWidget *widget : std::initializer_list<QWidget *>{&button, &edit, &choice, &small}) {
        QFont font = widget->font();
        font.setPointSizeF(points);
        widget->setFont(font);
        const int wanted = widget == &small ? Size::SmallControl : Size::Control;
        QCOMPARE(widget->sizeHint().height(), heightFor(wanted, widget->fontMetrics()));
    }
    QVERIFY(button.sizeHint().width() >=
            button.fontMetrics().horizontalAdvance(button.text()) + 16);
    QVERIFY(choice.sizeHint().width() >=
            choice.fontMetrics().horizontalAdvance(choice.currentText()) + 8 + 28);
}

void TestWidgets::modeChangesPalettes()
{
    QLineEdit edit;
    edit.show();
    const QSignalSpy changes(m_theme, &Theme::changed);
    // Qt tells widgets of a new palette only while the application runs.
    QTimer::singleShot(0, &edit, [this] { m_theme->setMode(Theme::Mode::Dark); });
    connect(m_theme, &Theme::changed, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    QApplication::exec();
    QCOMPARE(changes.count(), 1);
    QVERIFY(m_theme->isDark());
    QVERIFY(tokensFor(edit.palette()).dark);
    QListView view;
    view.ensurePolished();
    QCOMPARE(view.palette().color(QPalette::Highlight), tokensFor(programPalette(true)).selection);
}

void TestWidgets::jsonViewCopiesExactly()
{
    JsonView view;
    view.resize(400, 300);
    view.show();
    const QByteArray json = "{\n    \"name\": \"a\"\n}";
    view.setJson(json);
    QCOMPARE(view.json(), json);
    view.findChild<QPushButton *>(u"copyJson"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), json);
    QVERIFY(view.text()->isReadOnly());
}

SLUICE_TEST(TestWidgets, Widgets)
#include "tst_widgets.moc"
