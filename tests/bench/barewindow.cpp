// SPDX-License-Identifier: Apache-2.0
// The yardstick for start-up: a main window that says when it has been painted, and ends. It is
// empty, or with a number as its argument it has a tree and a table of so many pipelines, as plain
// as Qt makes them.
#include <QAbstractTableModel>
#include <QApplication>
#include <QHeaderView>
#include <QMainWindow>
#include <QPaintEvent>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace {

void tellPainted(int rows)
{
    std::printf("painted %d\n", rows);
    std::fflush(stdout);
    QCoreApplication::exit(0);
}

class BareWindow final : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        tellPainted(0);
    }
};

// As many rows and columns as the table of pipelines has. The texts are there before it is shown.
class BareRows final : public QAbstractTableModel
{
public:
    BareRows(int count, QObject *parent)
        : QAbstractTableModel(parent)
        , m_rows(std::size_t(std::max(count, 0)))
    {
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const QString number = QString::number(i).rightJustified(4, QLatin1Char('0'));
            m_rows[i] = {QStringLiteral("Not running"),
                         QStringLiteral("pipeline-%1").arg(number),
                         QStringLiteral("sqlserver db-%1.example.com sales").arg(number),
                         QStringLiteral("snowflake RAW_%1").arg(number),
                         QStringLiteral("runner-%1").arg(number),
                         QStringLiteral("project-%1").arg(i / rowsPerProject),
                         number,
                         QString(),
                         QStringLiteral("14:02:11"),
                         QStringLiteral("14:02:11")};
        }
    }

    static constexpr std::size_t rowsPerProject = 25;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(columns);
    }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return m_rows[std::size_t(index.row())][std::size_t(index.column())];
    }

private:
    static constexpr std::size_t columns = 10;

    std::vector<std::array<QString, columns>> m_rows;
};

// Tells when both views have been painted.
class BareFleet final : public QMainWindow
{
public:
    explicit BareFleet(int count)
        : m_count(count)
    {
        auto *splitter = new QSplitter;
        auto *rows = new BareRows(count, this);
        auto *nodes = new QStandardItemModel(this);
        auto *account = new QStandardItem(QStringLiteral("account"));
        nodes->appendRow(account);
        const int projects = std::max(1, count / int(BareRows::rowsPerProject));
        for (int i = 0; i < projects; ++i)
            account->appendRow(new QStandardItem(QStringLiteral("project-%1").arg(i)));
        auto *tree = new QTreeView;
        tree->setModel(nodes);
        tree->expandAll();
        auto *table = new QTableView;
        table->setModel(rows);
        table->verticalHeader()->hide();
        splitter->addWidget(tree);
        splitter->addWidget(table);
        splitter->setSizes({300, 1140});
        setCentralWidget(splitter);
        m_unpainted = {tree->viewport(), table->viewport()};
        for (QObject *viewport : std::as_const(m_unpainted))
            viewport->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // The event has not been handled yet.
        if (event->type() == QEvent::Paint && m_unpainted.removeOne(watched) &&
            m_unpainted.isEmpty())
            QTimer::singleShot(0, this, [this] { tellPainted(m_count); });
        return QMainWindow::eventFilter(watched, event);
    }

private:
    int m_count;
    QList<QObject *> m_unpainted;
};

int showAndRun(QMainWindow &window)
{
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const int count = QApplication::arguments().value(1).toInt();
    if (count > 0) {
        BareFleet window(count);
        return showAndRun(window);
    }
    BareWindow window;
    return showAndRun(window);
}
