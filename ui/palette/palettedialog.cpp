// SPDX-License-Identifier: Apache-2.0
#include "ui/palette/palettedialog.h"

#include "ui/palette/palettedelegate.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int paletteWidth = 720;
constexpr int paletteTop = 76;
constexpr int editHeight = 44;
constexpr int footHeight = 32;
constexpr int listHeight = 482;
constexpr int frameSide = 14;
constexpr int gapBelow = 24;

} // namespace

PaletteDialog::PaletteDialog(const PipelineModel *pipelines, const RecentChoices *recent,
                             const PaletteModel::Content &content, QWidget *window)
    : QFrame(window, Qt::Popup)
    , m_model(pipelines, recent)
    , m_edit(new QLineEdit(this))
    , m_count(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_list(new QListView(this))
    , m_empty(new TextLabel(tr("Nothing has all these words. Take some of them away."),
                            TextLabel::Role::Body, TextLabel::Ink::Secondary, m_list->viewport()))
{
    setObjectName(u"palette"_s);
    setAccessibleName(tr("Go to or run"));
    setFrameShape(QFrame::StyledPanel);
    setAttribute(Qt::WA_DeleteOnClose);
    m_model.load(content);
    build();
    connect(m_edit, &QLineEdit::textChanged, this, &PaletteDialog::search);
    connect(m_list, &QListView::clicked, this, [this] { choose(false); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PaletteDialog::currentChanged);
    showFound();
}

void PaletteDialog::build()
{
    m_edit->setObjectName(u"paletteEdit"_s);
    m_edit->setAccessibleName(tr("Go to or run"));
    m_edit->setPlaceholderText(tr("Pipelines, projects, accounts, pages and actions"));
    m_edit->setFrame(false);
    m_edit->setFont(sectionFont());
    m_edit->installEventFilter(this);
    m_count->setObjectName(u"paletteCount"_s);
    auto *mark = new QLabel(this);
    mark->setPixmap(icon("search").pixmap(Size::Icon));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(frameSide, 0, frameSide, 0);
    line->setSpacing(Size::Gap);
    line->addWidget(mark);
    line->addWidget(m_edit, 1);
    line->addWidget(m_count);
    auto *head = new QWidget(this);
    head->setLayout(line);
    head->setFixedHeight(heightFor(editHeight, m_edit->fontMetrics()));

    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What fits"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the line keeps it
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_empty->setObjectName(u"paletteEmpty"_s);
    m_empty->move(frameSide, Size::Gap);
    m_empty->setFixedWidth(paletteWidth - 2 * frameSide);
    m_empty->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(new Rule(this));
    column->addWidget(m_list, 1);
    column->addWidget(new Rule(this));
    buildFoot(column);
}

// The keys, or why the current entry cannot be done.
void PaletteDialog::buildFoot(QLayout *column)
{
    auto *foot = new QWidget(this);
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(frameSide, 0, frameSide, 0);
    m_reason = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Warning, foot);
    m_reason->setObjectName(u"paletteReason"_s);
    m_reason->setElideMode(Qt::ElideRight);
    m_reason->hide();
    m_keys = new QWidget(foot);
    auto *keys = new QHBoxLayout(m_keys);
    keys->setContentsMargins({});
    keys->setSpacing(Size::PageMargin);
    const auto add = [this, keys](const QString &text) {
        auto *label =
            new TextLabel(text, TextLabel::Role::Small, TextLabel::Ink::Secondary, m_keys);
        keys->addWidget(label);
    };
    const auto keyText = [](int key) {
        return QKeySequence(key).toString(QKeySequence::NativeText);
    };
    add(tr("↑ ↓ choose"));
    add(tr("%1 do it").arg(keyText(Qt::Key_Return)));
    add(tr("%1 open the pipeline instead").arg(keyText(int(Qt::CTRL) | Qt::Key_Return)));
    add(tr("%1 only this section").arg(keyText(Qt::Key_Tab)));
    keys->addStretch(1);
    add(tr("%1 close").arg(keyText(Qt::Key_Escape)));
    line->addWidget(m_reason, 1);
    line->addWidget(m_keys, 1);
    foot->setFixedHeight(heightFor(footHeight, fontMetrics()));
    column->addWidget(foot);
}

void PaletteDialog::openOver(const QWidget *window)
{
    const QFontMetrics metrics = m_edit->fontMetrics();
    const int width = qMin(qMax(paletteWidth, metrics.averageCharWidth() * 90), window->width());
    const int height = qMin(heightFor(editHeight, metrics) + listHeight + footHeight + 4,
                            window->height() - paletteTop - gapBelow);
    setFixedSize(width, qMax(height, editHeight + footHeight));
    QRect place(window->mapToGlobal(QPoint((window->width() - width) / 2, paletteTop)), size());
    const QRect screen = window->screen()->availableGeometry();
    place.moveLeft(qBound(screen.left(), place.left(), screen.right() + 1 - place.width()));
    move(place.topLeft());
    show();
    m_edit->setFocus(Qt::PopupFocusReason);
    setCurrent(m_model.firstEntry());
}

void PaletteDialog::search()
{
    m_model.search(m_edit->text());
    showFound();
}

void PaletteDialog::showFound()
{
    const QLocale locale;
    m_count->setText(
        m_edit->text().isEmpty()
            ? locale.toString(m_model.all())
            : tr("%1 of %2").arg(locale.toString(m_model.found()), locale.toString(m_model.all())));
    m_empty->setVisible(m_model.rowCount() == 0);
    m_list->scrollToTop();
    setCurrent(m_model.firstEntry());
}

void PaletteDialog::setCurrent(int row)
{
    m_list->setCurrentIndex(m_model.index(row, 0));
    if (row == m_model.firstEntry())
        m_list->scrollToTop(); // with its head
}

// The focus stays in the line, so that nobody else tells a screen reader.
void PaletteDialog::currentChanged()
{
    say({});
    const QModelIndex current = m_list->currentIndex();
    if (!QAccessible::isActive() || !current.isValid())
        return;
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(current.row());
    QAccessible::updateAccessibility(&event);
}

// Over the heads, and round from one end to the other when it goes by one.
void PaletteDialog::moveBy(int rows)
{
    const int count = m_model.rowCount();
    if (m_model.firstEntry() < 0)
        return;
    const bool isStep = qAbs(rows) == 1;
    const int step = rows > 0 ? 1 : -1;
    int row = m_list->currentIndex().row() + rows;
    row = isStep ? (row + count) % count : qBound(m_model.firstEntry(), row, count - 1);
    if (m_model.isHead(row))
        row = (row + step + count) % count;
    setCurrent(row);
}

void PaletteDialog::toggleSection()
{
    const QModelIndex current = m_list->currentIndex();
    if (m_model.only())
        m_model.setOnly({});
    else if (current.isValid())
        m_model.setOnly(m_model.entry(current.row()).section);
    showFound();
}

void PaletteDialog::choose(bool opens)
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || m_model.isHead(current.row()))
        return;
    const PaletteEntry entry = m_model.entry(current.row()); // outlives the rows
    if (opens && entry.key.isValid()) {
        close();
        Q_EMIT openRequested(entry.key);
    } else if (!entry.reason.isEmpty()) {
        say(entry.reason);
    } else {
        close();
        Q_EMIT chosen(entry);
    }
}

void PaletteDialog::say(const QString &reason)
{
    m_reason->setText(reason.isEmpty() ? QString() : tr("Not now: %1").arg(reason));
    m_reason->setVisible(!reason.isEmpty());
    m_keys->setVisible(reason.isEmpty());
    if (reason.isEmpty() || !QAccessible::isActive())
        return;
    QAccessibleEvent event(m_reason, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

bool PaletteDialog::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const int page = qMax(1, m_list->viewport()->height() / qMax(1, m_list->sizeHintForRow(1)) - 1);
    switch (key) {
    case Qt::Key_Up: moveBy(-1); return true;
    case Qt::Key_Down: moveBy(1); return true;
    case Qt::Key_PageUp: moveBy(-qMax(2, page)); return true;
    case Qt::Key_PageDown: moveBy(qMax(2, page)); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(modifiers.testFlag(Qt::ControlModifier)); return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: toggleSection(); return true;
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_K: // the keys that opened it
        if (modifiers == Qt::ControlModifier)
            close();
        return modifiers == Qt::ControlModifier;
    default: return false;
    }
}

bool PaletteDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (handleKey(press->key(), press->modifiers()))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace Sluice
