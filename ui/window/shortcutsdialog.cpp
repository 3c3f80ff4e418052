// SPDX-License-Identifier: Apache-2.0
#include "ui/window/shortcutsdialog.h"

#include "ui/shared/actions.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/widgetkeys.h"

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

// As a label: no mnemonic, no dots.
QString plainText(const char *text)
{
    QString plain = Actions::tr(text);
    plain.remove(u'&');
    if (plain.endsWith(u'…'))
        plain.chop(1);
    return plain;
}

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

ShortcutsDialog::ShortcutsDialog(const Actions &actions, QWidget *parent)
    : Dialog(u"shortcutsDialog"_s, tr("Keyboard shortcuts"), shortcutsSize, parent)
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
    addRows(actions);
    makeLayout();
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_words,
            &FilterEdit::begin);
    connect(m_words, &FilterEdit::rowsRequested, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_words, &QLineEdit::textChanged, this, &ShortcutsDialog::filter);
    filter({});
}

void ShortcutsDialog::addRows(const Actions &actions)
{
    m_model->setHorizontalHeaderLabels({tr("Action"), tr("Menu or place"), tr("Keys")});
    for (const ActionRow &row : actionTable()) {
        QKeySequence keys = row.text ? actions.action(row.id)->shortcut() : QKeySequence();
        if (keys.isEmpty() && row.text)
            keys = menuKeys(row);
        if (keys.isEmpty())
            continue;
        const QString name = plainText(row.text);
        const QString menu = Actions::menuTitle(row.menu);
        const QString pressed = keys.toString(QKeySequence::NativeText);
        addRow({name, menu, pressed}, tr("%1, in the menu %2: %3").arg(name, menu, pressed));
    }
    for (const WidgetKeyRow &row : widgetKeyTable()) {
        const QString name = QCoreApplication::translate("WidgetKeys", row.does);
        const QString place = QCoreApplication::translate("WidgetKeys", row.where);
        const QString pressed = sequenceOf(row.id).toString(QKeySequence::NativeText);
        addRow({name, place, pressed}, tr("%1, only in %2: %3").arg(name, place, pressed));
    }
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
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeShortcuts"_s);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    QVBoxLayout *layout = makeColumn();
    layout->addWidget(m_words);
    layout->addWidget(m_table, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
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

// Down goes from the filter to the rows.
bool ShortcutsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && firstShown() >= 0) {
        m_table->setFocus(Qt::TabFocusReason);
        return true;
    }
    return Dialog::eventFilter(watched, event);
}

} // namespace Sluice
