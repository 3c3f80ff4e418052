// SPDX-License-Identifier: Apache-2.0
#include "ui/window/keysdialog.h"

#include "ui/shared/actions.h"
#include "ui/shared/keychoices.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

KeysDialog::KeysDialog(KeyChoices *choices, ActionId id, const QString &name, QWidget *parent)
    : Dialog(parent)
    , m_choices(choices)
    , m_id(id)
    , m_keys(new QKeySequenceEdit(choices->keys(id), this))
    , m_note(new NoteLine(Family::Warning, this))
    , m_set(addButton(tr("&Set"), u"setKeys"_s))
{
    setObjectName(u"keysDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(Size::FormField);
    const QString question = tr("Keys of %1").arg(name);
    setQuestionTitle(question);
    auto *title = new TextLabel(question, TextLabel::Role::Title, TextLabel::Ink::Text, this);
    auto *how = new TextLabel(tr("Press the keys while the field has the focus."),
                              TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    m_keys->setObjectName(u"keysEdit"_s);
    m_keys->setAccessibleName(tr("Keys"));
    m_keys->installEventFilter(this);
    m_note->setObjectName(u"keysNote"_s);
    m_set->setProperty("primary", true);
    m_set->setDefault(true);
    QPushButton *usual = addButton(tr("&Usual keys"), u"usualKeys"_s);
    usual->setEnabled(!choices->isUsual(id));
    usual->setToolTip(choices->usual(id).toString(QKeySequence::NativeText));
    QPushButton *none = addButton(tr("&No keys"), u"noKeys"_s);
    none->setEnabled(!choices->keys(id).isEmpty());
    QPushButton *cancel = addButton(tr("Cancel"), u"cancelKeys"_s);
    QBoxLayout *buttons = makeLine();
    buttons->addWidget(usual);
    buttons->addWidget(none);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_set);
    QVBoxLayout *column = makeColumn();
    column->addWidget(title);
    column->addWidget(m_keys);
    column->addWidget(how);
    column->addWidget(m_note);
    column->addLayout(buttons);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &KeysDialog::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(usual, &QPushButton::clicked, this, [this] {
        m_choices->reset(m_id);
        accept();
    });
    connect(none, &QPushButton::clicked, this, [this] {
        m_choices->choose(m_id, {});
        accept();
    });
    connect(m_set, &QPushButton::clicked, this, [this] {
        m_choices->choose(m_id, m_keys->keySequence());
        accept();
    });
    check();
    m_keys->setFocus();
}

// The field would take Esc as the keys that are wanted, and nobody could leave by it.
bool KeysDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_keys && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        reject();
        return true;
    }
    return Dialog::eventFilter(watched, event);
}

void KeysDialog::check()
{
    const QKeySequence keys = m_keys->keySequence();
    const QString obstacle = m_choices->obstacle(m_id, keys);
    const std::optional<ActionId> owner = m_choices->owner(m_id, keys);
    QString note = obstacle;
    if (note.isEmpty() && owner)
        note = tr("%1 has these keys now, and loses them.").arg(Actions::label(*owner));
    m_note->setText(note);
    m_set->setEnabled(obstacle.isEmpty() && !keys.isEmpty());
}

} // namespace Sluice
