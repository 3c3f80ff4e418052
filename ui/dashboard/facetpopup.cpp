// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/facetpopup.h"

#include "ui/dashboard/facetdelegate.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/filteredit.h"

#include <QKeyEvent>
#include <QListView>
#include <QScreen>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int mostListed = 12; // more scroll, and get the line to find one
constexpr int leastListWidth = 180;
constexpr int mostListWidth = 420;
constexpr int measuredValues = 200;

} // namespace

FacetPopup::FacetPopup(QAbstractItemModel *values, int countRole, const QString &title,
                       QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_found(new QSortFilterProxyModel(this))
    , m_edit(new FilterEdit(this))
    , m_list(new QListView(this))
{
    setObjectName(u"facetPopup"_s);
    setAccessibleName(title);
    setFrameShape(QFrame::StyledPanel);
    setAttribute(Qt::WA_DeleteOnClose);
    m_edit->setObjectName(u"facetEdit"_s);
    m_edit->setAccessibleName(tr("Find a value"));
    m_edit->setPlaceholderText(tr("Find"));
    m_edit->setToolTip({});
    m_edit->setVisible(values->rowCount() > mostListed);
    m_found->setSourceModel(values);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setObjectName(u"facetList"_s);
    m_list->setAccessibleName(title);
    m_list->setModel(m_found);
    m_list->setItemDelegate(new FacetDelegate(countRole, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    connect(m_edit, &QLineEdit::textChanged, m_found, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_edit, &FilterEdit::rowsRequested, this, &FacetPopup::goToList);
    connect(m_edit, &FilterEdit::firstRequested, this, &FacetPopup::goToList);
    fit();
}

void FacetPopup::fit()
{
    const int rows = m_found->rowCount();
    int width = leastListWidth;
    for (int row = 0; row < qMin(rows, measuredValues); ++row)
        width = qMax(width, m_list->sizeHintForIndex(m_found->index(row, 0)).width());
    const bool scrolls = rows > mostListed;
    const int bar = scrolls ? m_list->verticalScrollBar()->sizeHint().width() : 0;
    m_list->setFixedWidth(qMin(width, mostListWidth) + bar);
    m_list->setFixedHeight(qBound(1, rows, mostListed) *
                           heightFor(Size::TreeRow, m_list->fontMetrics()));
}

void FacetPopup::openBelow(const QWidget *button)
{
    adjustSize();
    const bool mirrored = button->layoutDirection() == Qt::RightToLeft;
    QRect place(button->mapToGlobal(QPoint(0, button->height() + 2)), size());
    if (mirrored)
        place.moveRight(button->mapToGlobal(button->rect().bottomRight()).x());
    const QRect screen = button->screen()->availableGeometry();
    if (place.bottom() > screen.bottom())
        place.moveBottom(button->mapToGlobal(QPoint()).y() - 2);
    place.moveLeft(qBound(screen.left(), place.left(), screen.right() + 1 - place.width()));
    move(place.topLeft());
    show();
    if (m_edit->isVisible())
        m_edit->setFocus(Qt::PopupFocusReason);
    else
        goToList();
}

void FacetPopup::goToList()
{
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_found->index(0, 0));
    m_list->setFocus(Qt::PopupFocusReason);
}

void FacetPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

bool FacetPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        close(); // what Space ticked is applied already
        return true;
    }
    if (key == Qt::Key_Up && m_list->currentIndex().row() == 0 && m_edit->isVisible()) {
        m_edit->setFocus(Qt::PopupFocusReason);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace Sluice
