// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "ui/dashboard/sourcedelegate.h"
#include "ui/dashboard/targetdelegate.h"
#include "ui/shared/elidedsource.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/badgedelegate.h"
#include "ui/wizard/pagelistdelegate.h"

#include <QDirIterator>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// What the cells of tables and lists show, and that they leave room for it.
class TestDelegates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void badgeCellFits_data();
    void badgeCellFits();
    void arcTurnsOnlyWhileOnScreen();
    void reducedMotionStandsStill();
    void badgesDifferWithoutColour();

    void sourceIsCutInItsDomain_data();
    void sourceIsCutInItsDomain();
    void sourceNeverExceedsItsWidth();
    void cellsGrowWithTheFont();

    void hoverCoversTheRow();

    void everyIconIsDrawn();
    void iconTakesThePaletteInUse();

private:
    QImage paint(const QStyledItemDelegate &delegate, const QModelIndex &index,
                 const QSize &size) const;

    Theme *m_theme = nullptr;
};

void TestDelegates::initTestCase()
{
    m_theme = new Theme(*qApp, Theme::Mode::Light);
}

QImage TestDelegates::paint(const QStyledItemDelegate &delegate, const QModelIndex &index,
                            const QSize &size) const
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = QRect(QPoint(), size);
    option.palette = viewPalette(false);
    option.state = QStyle::State_Enabled;
    delegate.paint(&painter, option, index);
    return image;
}

void TestDelegates::badgeCellFits_data()
{
    QTest::addColumn<Badge>("badge");
    QTest::addColumn<bool>("stale");
    for (int i = 0; i <= static_cast<int>(Badge::NotChecked); ++i) {
        QTest::addRow("%d", i) << static_cast<Badge>(i) << false;
        QTest::addRow("%d stale", i) << static_cast<Badge>(i) << true;
    }
}

// In a cell of the hinted size nothing touches the edges: the picture is the same in a larger one.
void TestDelegates::badgeCellFits()
{
    QFETCH(Badge, badge);
    QFETCH(bool, stale);
    QStandardItemModel model(1, 1);
    const QModelIndex index = model.index(0, 0);
    model.setData(index, static_cast<int>(badge), Qt::UserRole);
    model.setData(index, u"REBALANCING"_s, Qt::UserRole + 1);
    model.setData(index, stale, Qt::UserRole + 2);
    const BadgeDelegate delegate(Qt::UserRole, Qt::UserRole + 1, Qt::UserRole + 2);
    QStyleOptionViewItem option;
    option.fontMetrics = QFontMetrics(QGuiApplication::font());
    const QSize hint = delegate.sizeHint(option, index);
    const QImage tight = paint(delegate, index, hint);
    const QImage roomy = paint(delegate, index, hint + QSize(60, 0));
    QCOMPARE(tight, roomy.copy(QRect(QPoint(), hint)));
    QImage blank(hint, tight.format());
    blank.fill(Qt::white);
    QVERIFY(tight != blank);
}

void TestDelegates::arcTurnsOnlyWhileOnScreen()
{
    QStandardItemModel model(1, 1);
    const QModelIndex index = model.index(0, 0);
    model.setData(index, QVariant::fromValue(Badge::Starting), Qt::UserRole);
    QTableView view;
    auto *delegate = new BadgeDelegate(Qt::UserRole, -1, -1, &view);
    view.setItemDelegate(delegate);
    view.setModel(&model);
    const auto *turning = delegate->findChild<Turning *>();
    QVERIFY(!turning->isActive());
    view.show();
    QTRY_VERIFY(turning->isActive());
    view.hide();
    QTRY_VERIFY(!turning->isActive());
    view.show();
    QTRY_VERIFY(turning->isActive());
    model.setData(index, QVariant::fromValue(Badge::Streaming), Qt::UserRole);
    QTRY_VERIFY(!turning->isActive());
}

void TestDelegates::reducedMotionStandsStill()
{
    m_theme->setReducedMotion(true);
    QWidget widget;
    QCOMPARE(Turning::angle(&widget), 0.0);
    Turning turning;
    turning.painted(&widget, QRect(0, 0, 10, 10));
    QVERIFY(!turning.isActive());
    m_theme->setReducedMotion(false);
    turning.painted(&widget, QRect(0, 0, 10, 10));
    QVERIFY(turning.isActive());
}

void TestDelegates::badgesDifferWithoutColour()
{
    const auto shape = [](Badge badge) {
        QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintBadgeMark(&painter, image.rect(), {.badge = badge, .stale = true},
                       programPalette(false));
        return image;
    };
    const QList<Badge> kinds{
        Badge::StoppedUnexpectedly, Badge::Unknown,   Badge::StartRequested, Badge::Starting,
        Badge::Snapshotting,        Badge::Streaming, Badge::Stopped,        Badge::NotChecked};
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        for (qsizetype j = i + 1; j < kinds.size(); ++j)
            QVERIFY(shape(kinds.at(i)) != shape(kinds.at(j)));
    }
}

void TestDelegates::sourceIsCutInItsDomain_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("room"); // as wide as this text
    QTest::addColumn<QString>("shown");
    const QString host = u"sqlserver.my-org.com"_s;
    const QString database = u"my_database"_s;
    QTest::newRow("fits") << host << database << u"sqlserver.my-org.com/my_database"_s
                          << u"sqlserver.my-org.com/my_database"_s;
    QTest::newRow("domain") << host << database << u"sqlserver…/my_databaseX"_s
                            << u"sqlserver…/my_database"_s;
    QTest::newRow("name") << host << database << u"sqls…/my_database"_s << u"sqls…/my_database"_s;
    QTest::newRow("database last") << host << database << u"…/my_dat…"_s << u"…/my_dat…"_s;
    QTest::newRow("no database") << host << QString() << u"sqlserver.m…"_s << u"sqlserver.m…"_s;
    QTest::newRow("address") << u"10.20.30.40"_s << database << u"10.2…/my_database"_s
                             << u"10.2…/my_database"_s;
}

void TestDelegates::sourceIsCutInItsDomain()
{
    QFETCH(QString, host);
    QFETCH(QString, database);
    QFETCH(QString, room);
    QFETCH(QString, shown);
    const QFontMetrics metrics(fixedFont()); // its letters are of one width
    const int width = metrics.horizontalAdvance(room) + 4;
    QVERIFY(metrics.horizontalAdvance(u"m"_s) > 4);
    QCOMPARE(elidedSource(host, database, metrics, width), shown);
}

void TestDelegates::sourceNeverExceedsItsWidth()
{
    const QFontMetrics metrics(smallFont());
    for (int width = 30; width < 400; ++width) {
        const QString text =
            elidedSource(u"sqlserver.my-org.com"_s, u"my_database"_s, metrics, width);
        QVERIFY2(metrics.horizontalAdvance(text) <= width, qPrintable(text));
    }
}

void TestDelegates::cellsGrowWithTheFont()
{
    QStandardItemModel model(1, 1);
    const QModelIndex index = model.index(0, 0);
    model.setData(index, u"Source connection"_s, Qt::DisplayRole);
    const auto mark = [](const QString &) { return QString(); };
    const SourceDelegate source(Qt::UserRole, Qt::DisplayRole, Qt::UserRole + 2, mark);
    const TargetDelegate target(Qt::UserRole, Qt::DisplayRole, mark);
    const PageListDelegate page(Qt::UserRole, Qt::DisplayRole, Qt::UserRole + 2);
    QStyleOptionViewItem option;
    QFont large = QGuiApplication::font();
    large.setPointSizeF(24);
    option.font = large;
    option.fontMetrics = QFontMetrics(large);
    for (const QStyledItemDelegate *delegate :
         std::initializer_list<const QStyledItemDelegate *>{&source, &target, &page}) {
        QVERIFY(delegate->sizeHint(option, index).height() >= option.fontMetrics.height() + 10);
        QVERIFY(delegate->sizeHint(option, index).width() >=
                QFontMetrics(smallFont()).horizontalAdvance(u"Source connection"_s));
    }
}

void TestDelegates::hoverCoversTheRow()
{
    QStandardItemModel model(3, 2);
    QTableView view;
    view.setModel(&model);
    view.resize(400, 300);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QColor hover = tokensFor(view.palette()).hover;
    const auto colorAt = [&view, &model](int row, int column) {
        const QPoint place = view.visualRect(model.index(row, column)).center();
        return view.viewport()->grab({place, QSize(1, 1)}).toImage().pixelColor(0, 0);
    };
    QVERIFY(colorAt(1, 1) != hover);
    QTest::mouseMove(view.viewport(), view.visualRect(model.index(1, 0)).center());
    QTRY_COMPARE(colorAt(1, 1), hover);
    QCOMPARE(colorAt(1, 0), hover);
    QVERIFY(colorAt(2, 1) != hover);
    QTest::mouseMove(view.viewport(), view.visualRect(model.index(2, 0)).center());
    QTRY_COMPARE(colorAt(2, 1), hover);
    QVERIFY(colorAt(1, 1) != hover);
}

void TestDelegates::everyIconIsDrawn()
{
    QDirIterator drawings(u":/icons/lucide"_s, {u"*.svg"_s});
    int count = 0;
    while (drawings.hasNext()) {
        drawings.next();
        const QString name = drawings.fileInfo().completeBaseName();
        QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(&painter, image.rect(), name, Qt::red);
        painter.end();
        bool ink = false;
        for (int y = 0; y < image.height() && !ink; ++y) {
            for (int x = 0; x < image.width() && !ink; ++x)
                ink = image.pixelColor(x, y) == QColor(Qt::red);
        }
        QVERIFY2(ink, qPrintable(name));
        ++count;
    }
    QVERIFY(count >= 60);
    QVERIFY(icon("no-such-drawing").isNull());
    QVERIFY(!programIcon().pixmap(64).isNull());
}

void TestDelegates::iconTakesThePaletteInUse()
{
    const QIcon square = icon("square");
    const auto has = [&square](const QColor &color, QIcon::Mode mode) {
        const QImage image = square.pixmap(QSize(48, 48), 1.0, mode).toImage();
        return image.pixelColor(24, 6) == color; // on the upper side
    };
    QVERIFY(has(tokensFor(programPalette(false)).textSecondary, QIcon::Normal));
    QVERIFY(has(tokensFor(programPalette(false)).textDisabled, QIcon::Disabled));
    m_theme->setMode(Theme::Mode::Dark);
    QVERIFY(has(tokensFor(programPalette(true)).textSecondary, QIcon::Normal));
    m_theme->setMode(Theme::Mode::Light);
}

SLUICE_TEST(TestDelegates, Widgets)
#include "tst_delegates.moc"
