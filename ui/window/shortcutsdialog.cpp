// SPDX-License-Identifier: Apache-2.0
#include "ui/window/shortcutsdialog.h"

#include "ui/shared/actions.h"
#include "ui/shared/keychoices.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/widgetkeys.h"
#include "ui/window/keysdialog.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize shortcutsSize{560, 560};
constexpr int keysColumn = 2;
constexpr int actionRole = Qt::UserRole; // int, ActionId; of other rows: none

// The key of the letter that is underlined in it; 0: none is.
int letterOf(const char *text)
{
    const QKeySequence letter = QKeySequence::mnemonic(Actions::tr(text));
    return letter.isEmpty() ? 0 : int(letter[0].key());
}

// The way of an action without keys of its own: Alt with the letter of its menu, then its letter.
QKeySequence menuKeys(const ActionRow &row)
{
    if (row.menu == MenuId::None)
        return {};
    const auto letterOfMenu = [](MenuId id) {
        return letterOf(menuTable()[std::size_t(id)].title);
    };
    const int menu = letterOfMenu(row.menu);
    const int own = letterOf(row.text);
    if (menu == 0 || own == 0)
        return {};
    if (row.menu == MenuId::Theme) // the one within another
        return {int(Qt::ALT) | letterOfMenu(MenuId::View), menu, own};
    return {int(Qt::ALT) | menu, own};
}

} // namespace

ShortcutsDialog::ShortcutsDialog(KeyChoices *choices, QWidget *parent)
    : Dialog(u"shortcutsDialog"_s, tr("Keyboard shortcuts"), shortcutsSize, parent)
    , m_choices(choices)
    , m_model(new QStandardItemModel(0, keysColumn + 1, this))
    , m_words(new FilterEdit(this))
    , m_table(new RowsView(m_model, tr("Keyboard shortcuts"), this))
    , m_empty(new EmptyState(m_table->viewport()))
{
    m_words->setObjectName(u"shortcutsFilter"_s);
    m_words->setPlaceholderText(tr("Filter by action, menu or keys"));
    m_words->setAccessibleName(tr("Filter by action, menu or keys"));
    m_words->installEventFilter(this);
    m_empty->setText(tr("No action has all these words. Take some of them away."));
    m_empty->hide();
    addRows();
    makeLayout();
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_words,
            &FilterEdit::begin);
    connect(m_words, &FilterEdit::rowsRequested, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_words, &QLineEdit::textChanged, this, &ShortcutsDialog::filter);
    filter({});
}

void ShortcutsDialog::addRows()
{
    m_model->setHorizontalHeaderLabels({tr("Action"), tr("Menu or place"), tr("Keys")});
    for (const ActionRow &row : actionTable()) {
        if (!row.text)
            continue;
        addRow({Actions::label(row.id), Actions::menuTitle(row.menu), {}}, {});
        m_model->item(m_model->rowCount() - 1)->setData(int(row.id), actionRole);
    }
    showKeys();
    for (const WidgetKeyRow &row : widgetKeyTable()) {
        const QString name = QCoreApplication::translate("WidgetKeys", row.does);
        const QString place = QCoreApplication::translate("WidgetKeys", row.where);
        const QString pressed = sequenceOf(row.id).toString(QKeySequence::NativeText);
        addRow({name, place, pressed}, tr("%1, only in %2: %3").arg(name, place, pressed));
    }
}

// The keys of their own, else the way through the menu.
void ShortcutsDialog::showKeys()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const std::optional<ActionId> id = actionAt(row);
        if (!id)
            continue;
        QKeySequence keys = m_choices->keys(*id);
        if (keys.isEmpty())
            keys = menuKeys(rowOf(*id));
        const QString pressed = keys.toString(QKeySequence::NativeText);
        const QString name = m_model->item(row)->text();
        const QString spoken =
            tr("%1, in the menu %2: %3").arg(name, m_model->item(row, 1)->text(), pressed);
        m_model->item(row, keysColumn)->setText(pressed);
        for (int column = 0; column <= keysColumn; ++column)
            m_model->item(row, column)->setAccessibleText(spoken);
    }
}

std::optional<ActionId> ShortcutsDialog::actionAt(int row) const
{
    const QVariant id = m_model->index(row, 0).data(actionRole);
    return id.isValid() ? std::optional(ActionId(id.toInt())) : std::nullopt;
}

void ShortcutsDialog::change()
{
    if (const std::optional<ActionId> id = actionAt(m_table->currentIndex().row()))
        (new KeysDialog(m_choices, *id, Actions::label(*id), this))->open();
}

void ShortcutsDialog::updateButton()
{
    const bool isRow = m_table->currentIndex().isValid();
    const bool isAction = isRow && actionAt(m_table->currentIndex().row());
    m_change->setEnabled(isAction);
    m_change->setToolTip(isAction ? QString()
                         : isRow  ? tr("These keys work in one place only and are fixed.")
                                  : tr("Choose an action first."));
}

// A screen reader says the whole row at each of its cells.
void ShortcutsDialog::addRow(const QStringList &texts, const QString &spoken)
{
    QList<QStandardItem *> items;
    for (const QString &text : texts) {
        items += new QStandardItem(text);
        items.last()->setAccessibleText(spoken);
    }
    m_model->appendRow(items);
}

void ShortcutsDialog::makeLayout()
{
    m_table->setObjectName(u"shortcutsTable"_s);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_change = addButton(tr("C&hange keys…"), u"changeKeys"_s);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeShortcuts"_s);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    QVBoxLayout *layout = makeColumn();
    layout->addWidget(m_words);
    layout->addWidget(m_table, 1);
    QBoxLayout *buttons = makeLine();
    buttons->addWidget(m_change);
    buttons->addStretch(1);
    buttons->addWidget(close);
    layout->addLayout(buttons);
    connect(m_change, &QPushButton::clicked, this, &ShortcutsDialog::change);
    connect(m_table, &QAbstractItemView::doubleClicked, this, &ShortcutsDialog::change);
    m_table->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ShortcutsDialog::updateButton);
    connect(m_choices, &KeyChoices::changed, this, &ShortcutsDialog::showKeys);
    m_words->setFocus();
}

void ShortcutsDialog::filter(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QString all;
        for (int column = 0; column <= keysColumn; ++column)
            all += m_model->index(row, column).data().toString() + u'\n';
        const bool isShown = std::all_of(words.cbegin(), words.cend(), [&all](const QString &word) {
            return all.contains(word, Qt::CaseInsensitive);
        });
        m_table->setRowHidden(row, !isShown);
    }
    const int first = firstShown();
    m_empty->setVisible(first < 0);
    m_table->setCurrentIndex(m_model->index(first, 0)); // where the arrow keys begin
}

int ShortcutsDialog::firstShown() const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!m_table->isRowHidden(row))
            return row;
    }
    return -1;
}

// Down goes from the filter to the rows. Enter on a row is about that row; the table lets it go on
// to the dialog, where it would close.
bool ShortcutsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            change();
            return true;
        }
    }
    if (watched == m_words && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && firstShown() >= 0) {
        m_table->setFocus(Qt::TabFocusReason);
        return true;
    }
    return Dialog::eventFilter(watched, event);
}

} // namespace Sluice
