// SPDX-License-Identifier: Apache-2.0
#include "ui/form/tables/tablesreport.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int mostReportRows = 6; // more scroll

QPushButton *makeReportButton(const char *iconName, const QString &text, const QString &objectName,
                              QWidget *parent)
{
    auto *button = new QPushButton(icon(iconName), text, parent);
    button->setObjectName(objectName);
    button->setProperty("small", true);
    button->setAutoDefault(false);
    return button;
}

} // namespace

TablesReport::TablesReport(const QString &prefix, QWidget *parent)
    : QWidget(parent)
    , m_warning(new NoteLine(Family::Warning, this))
    , m_summary(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_list(new RowsView(&m_model, tr("What was left out"), this))
    , m_fit(new ColumnFit(m_list, TableReportModel::ReasonColumn))
{
    makeParts(prefix);
    hide();
}

void TablesReport::makeParts(const QString &prefix)
{
    m_summary->setWordWrap(true);
    m_list->setObjectName(prefix + u".list"_s);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    QPushButton *copy = makeReportButton("copy", tr("Copy list"), prefix + u".copy"_s, this);
    copy->setToolTip(tr("Copies the selected lines, or all, with their reasons (Ctrl+C)"));
    QPushButton *dismiss = makeReportButton("x", tr("Dismiss"), prefix + u".dismiss"_s, this);
    auto *head = new QHBoxLayout;
    head->setSpacing(Size::Gap);
    head->addWidget(m_warning, 1);
    head->addWidget(m_summary, 1);
    head->addWidget(copy, 0, Qt::AlignTop);
    head->addWidget(dismiss, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap / 2);
    layout->addLayout(head);
    layout->addWidget(m_list);
    connect(copy, &QPushButton::clicked, this, &TablesReport::copy);
    connect(dismiss, &QPushButton::clicked, this, &TablesReport::dismiss);
}

QString TablesReport::summary() const
{
    QStringList words;
    if (m_model.openCount() > 0)
        words.append(tr("Not taken: %1.").arg(m_model.openCount()));
    if (m_model.repeatedCount() > 0)
        words.append(tr("In the list already: %1.").arg(m_model.repeatedCount()));
    if (m_model.designedCount() > 0)
        words.append(tr("Comments and the like: %1.").arg(m_model.designedCount()));
    return words.join(u' ');
}

void TablesReport::setLeftOut(const QList<TableText::LeftOut> &leftOut)
{
    m_model.setLeftOut(leftOut);
    const bool isWarning = m_model.openCount() + m_model.repeatedCount() > 0;
    m_warning->setText(isWarning ? summary() : QString());
    m_summary->setText(isWarning ? QString() : summary());
    m_summary->setVisible(!isWarning);
    const int rows = std::clamp(m_model.rowCount(), 1, mostReportRows);
    m_list->setFixedHeight(m_list->horizontalHeader()->sizeHint().height() +
                           rows * m_list->verticalHeader()->defaultSectionSize() +
                           2 * m_list->frameWidth());
    m_list->scrollToTop();
    m_fit->fit();
    setVisible(!leftOut.isEmpty());
}

bool TablesReport::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TablesReport::copy()
{
    QList<int> rows;
    const QModelIndexList selected = m_list->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    copyToClipboard(m_model.text(rows));
}

void TablesReport::dismiss()
{
    setLeftOut({});
    Q_EMIT dismissed();
}

} // namespace Sluice
