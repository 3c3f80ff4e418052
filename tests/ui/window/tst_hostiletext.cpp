// SPDX-License-Identifier: Apache-2.0
// Texts of a server are shown as they are: they do not widen a window, are no HTML, and turn
// nothing round.
#include "models/support/hiddencharacters.h"
#include "tests/support/fleetwrites.h"
#include "tests/support/guideform.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/shared/bannerarea.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

class TestHostileText : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void namesDoNotWidenTheWindow_data();
    void namesDoNotWidenTheWindow();
    void marksStandForWhatIsNotSeen_data();
    void marksStandForWhatIsNotSeen();
    void tipsAndLabelsArePlain_data();
    void tipsAndLabelsArePlain();
    void longWordsOfAMessageBreak();
    void manyBannersLeaveRoom();

private:
    QString create(const QString &name);
    static QLabel *tip();
};

// The name as the dashboard has it.
QString TestHostileText::create(const QString &name)
{
    QJsonObject definition = guideRequest();
    definition[u"name"_s] = name;
    std::optional<QString> id;
    Test::createPipeline(
        *m->fleet(), account()->id(), account()->projects().first().id,
        QJsonDocument(definition).toJson(), this, [&id](const Result<QJsonObject> &created) {
            id = created ? created->value(u"streamingPipelineId"_s).toString() : QString();
        });
    if (!QTest::qWaitFor([&id] { return id.has_value(); }) || id->isEmpty())
        return {};
    const PipelineKey key{account()->id(), account()->projects().first().id, *id};
    const bool isThere =
        QTest::qWaitFor([this, &key] { return m->fleet()->pipelines()->find(key); });
    return isThere ? m->fleet()->pipelines()->find(key)->name : QString();
}

QLabel *TestHostileText::tip()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *widget : all) {
        if (widget->inherits("QTipLabel") && widget->isVisible())
            return qobject_cast<QLabel *>(widget);
    }
    return nullptr;
}

void TestHostileText::namesDoNotWidenTheWindow_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("150 letters") << QString(150, u'W');
    QTest::newRow("300 letters") << QString(300, u'W');
    QTest::newRow("4,000 letters") << QString(4000, u'w');
    QTest::newRow("words") << u"orders of the region "_s.repeated(40);
    QTest::newRow("no blank in another script") << QString(300, QChar(0x6771));
    QTest::newRow("right to left") << QString(300, QChar(0x05D0));
    QTest::newRow("pairs") << QString::fromUcs4(U"\U0001F4A7").repeated(200);
}

void TestHostileText::namesDoNotWidenTheWindow()
{
    QFETCH(QString, name);
    m->window()->resize(1280, 720);
    const QString shown = create(name);
    QVERIFY(!shown.isEmpty());
    QVERIFY(m->select({shown}));
    QVERIFY2(m->window()->minimumSizeHint().width() <= 1280,
             qPrintable(QString::number(m->window()->minimumSizeHint().width())));
    QVERIFY(m->trigger(u"openAction"_s));
    QVERIFY2(m->window()->minimumSizeHint().width() <= 1280,
             qPrintable(QString::number(m->window()->minimumSizeHint().width())));
    QCOMPARE(m->window()->width(), 1280);
}

void TestHostileText::marksStandForWhatIsNotSeen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, char32_t character, const char *mark) {
        const QString hidden = QChar::requiresSurrogates(character)
                                   ? QString::fromUcs4(&character, 1)
                                   : QString(QChar(char16_t(character)));
        QTest::newRow(name) << u"a%1b"_s.arg(hidden) << u"a%1b"_s.arg(QLatin1String(mark));
    };
    row("right to left override", 0x202E, "<U+202E>");
    row("left to right override", 0x202D, "<U+202D>");
    row("isolate", 0x2067, "<U+2067>");
    row("mark", 0x200F, "<U+200F>");
    row("no width", 0x200B, "<U+200B>");
    row("byte order mark", 0xFEFF, "<U+FEFF>");
    row("escape", 0x1B, "<U+001B>");
    row("line end", 0x0A, "<U+000A>");
    row("line separator", 0x2028, "<U+2028>");
    row("delete", 0x7F, "<U+007F>");
    row("tag", 0xE0041, "<U+E0041>");
    QTest::newRow("joiners belong to words") << u"می\u200cخواهم"_s << u"می\u200cخواهم"_s;
    QTest::newRow("nothing hidden") << u"Umsätze 東京 💧"_s << u"Umsätze 東京 💧"_s;
}

void TestHostileText::marksStandForWhatIsNotSeen()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(shownName(text), shown);
    QCOMPARE(create(text), shown);
    QVERIFY(m->select({shown}));
    QCOMPARE(m->row(shown).data().toString().contains(QChar(0x202E)), false);
}

void TestHostileText::tipsAndLabelsArePlain_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("picture") << u"<img src='file:///etc/hostname'>"_s;
    QTest::newRow("heading") << u"<h1>big</h1>"_s;
    QTest::newRow("bold") << u"<b>orders</b>"_s;
    QTest::newRow("document") << u"<!DOCTYPE html><html><body>x</body></html>"_s;
    QTest::newRow("table") << u"<table><tr><td>x</td></tr></table>"_s;
    QTest::newRow("entity") << u"&lt;a&gt; <br/> b"_s;
    QTest::newRow("link") << u"<a href='https://example.org'>here</a>"_s;
}

void TestHostileText::tipsAndLabelsArePlain()
{
    QFETCH(QString, text);
    QToolTip::showText(m->window()->mapToGlobal(QPoint(50, 50)), text, m->window());
    QTRY_VERIFY(tip());
    QCOMPARE(tip()->textFormat(), Qt::PlainText);
    QCOMPARE(tip()->text(), text);
    QToolTip::hideText();
    QLabel label(text, m->window());
    label.show();
    QCOMPARE(label.textFormat(), Qt::PlainText);

    QCOMPARE(create(text), text);
    const QList<QLabel *> labels = m->window()->findChildren<QLabel *>();
    for (const QLabel *each : labels) {
        const bool isOurs = each->textFormat() == Qt::RichText; // and escapes what it is given
        QVERIFY2(isOurs || each->textFormat() == Qt::PlainText || !each->isVisible(),
                 qPrintable(each->objectName()));
    }
}

void TestHostileText::longWordsOfAMessageBreak()
{
    m->window()->resize(1280, 720);
    Notice notice;
    notice.key = u"long"_s;
    notice.fact = QString(400, u'x');
    notice.consequence = QString(400, QChar(0x4E2D));
    m->find<BannerArea>(u"bannerArea"_s)->raise(notice);
    QTRY_COMPARE(m->banners().size(), 1);
    QVERIFY2(m->window()->minimumSizeHint().width() <= 1280,
             qPrintable(QString::number(m->window()->minimumSizeHint().width())));
    TextLabel label(QString(3000, u'y'));
    QVERIFY(label.minimumSizeHint().width() < 600);
    label.setWordWrap(true);
    QVERIFY(label.minimumSizeHint().width() < 600);
}

void TestHostileText::manyBannersLeaveRoom()
{
    auto *area = m->find<BannerArea>(u"bannerArea"_s);
    const auto raise = [area](int number, Notice::Kind kind) {
        Notice notice;
        notice.key = QString::number(number);
        notice.kind = kind;
        notice.fact = u"Message %1."_s.arg(number);
        area->raise(notice);
    };
    for (int number = 0; number < 60; ++number)
        raise(number, Notice::Kind::Information);
    QTRY_COMPARE(m->banners().size(), BannerArea::shownAtOnce);
    auto *on = m->find<QToolButton>(u"bannersOn"_s);
    auto *back = m->find<QToolButton>(u"bannersBack"_s);
    QVERIFY(on->isVisible() && !back->isEnabled());
    // Each is reached; the worst is first, whenever it came.
    raise(60, Notice::Kind::Problem);
    QCOMPARE(m->banners().size(), BannerArea::shownAtOnce);
    QList<QWidget *> worst = m->banners();
    QTRY_VERIFY(std::none_of(worst.cbegin(), worst.cend(),
                             [](const QWidget *each) { return each->y() == 0; }));
    std::sort(worst.begin(), worst.end(),
              [](const QWidget *a, const QWidget *b) { return a->y() < b->y(); });
    QVERIFY(worst.constFirst()->accessibleName().contains(u"Message 60."_s));
    QSet<QString> seen;
    while (true) {
        const QList<QWidget *> shown = m->banners();
        for (const QWidget *banner : shown)
            seen.insert(banner->accessibleName());
        if (!on->isEnabled())
            break;
        QTest::mouseClick(on, Qt::LeftButton);
    }
    QCOMPARE(seen.size(), 61);
    for (int number = 0; number <= 60; ++number)
        area->clear(QString::number(number));
    QTRY_VERIFY(m->banners().isEmpty());
    QVERIFY(!area->isVisible());
}

SLUICE_TEST(TestHostileText, Widgets)
#include "tst_hostiletext.moc"
