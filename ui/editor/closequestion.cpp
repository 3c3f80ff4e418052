// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/closequestion.h"

#include "models/store/documentdraft.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

CloseQuestion::CloseQuestion(const QString &pipeline, Choices choices, QWidget *parent)
    : Dialog(parent)
    , m_buttons(new QHBoxLayout)
{
    setObjectName(u"closeQuestion"_s);
    setWindowTitle(tr("Unsaved edits"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *title = new TextLabel(tr("%1 has unsaved edits.").arg(pipeline), TextLabel::Role::Title,
                                TextLabel::Ink::Text, this);
    auto *detail = new TextLabel(tr("A draft stays on this computer and is offered again. "
                                    "Nothing is sent to Maia before you have reviewed it."),
                                 TextLabel::Role::Body, TextLabel::Ink::Text, this);
    detail->setWordWrap(true);
    m_buttons->setSpacing(Size::Gap);
    addButton(tr("&Discard"), u"discardEdits"_s, &CloseQuestion::discardChosen);
    m_buttons->addStretch(1);
    addButton(tr("&Cancel"), u"cancelClose"_s, nullptr);
    QPushButton *keep = addButton(tr("&Keep as draft"), u"keepDraft"_s, &CloseQuestion::keepChosen);
    if (!choices.canKeep) {
        keep->setEnabled(false);
        keep->setToolTip(tr("Drafts are not kept: the local store does not work"));
    }
    QPushButton *save = addButton(tr("&Save…"), u"saveEdits"_s, &CloseQuestion::saveChosen);
    if (!choices.canSave) {
        save->setEnabled(false);
        save->setToolTip(tr("It cannot be saved as it is. Cancel, and see what the page says"));
    }
    QPushButton *first = choices.canSave ? save : keep;
    first->setDefault(true);
    first->setFocus();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Size::GroupGap, Size::GroupGap, Size::GroupGap, Size::PageMargin);
    layout->setSpacing(Size::GroupGap);
    layout->addWidget(title);
    layout->addWidget(detail);
    layout->addLayout(m_buttons);
    setMinimumWidth(Size::FormField + Size::FormLabel);
}

QPushButton *CloseQuestion::addButton(const QString &text, const QString &objectName,
                                      void (CloseQuestion::*chosen)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, chosen] {
        accept();
        if (chosen)
            Q_EMIT(this->*chosen)();
    });
    return button;
}

void askAboutEdits(PipelineEditor *editor, QWidget *parent, const std::function<void()> &answered)
{
    editor->flush(); // the draft and the save include what is being typed
    const CloseQuestion::Choices choices{editor->canSave(), editor->drafts()->canKeep()};
    auto *question = new CloseQuestion(editor->name(), choices, parent);
    // Its account left: the edits are a draft or gone with it, so there is nothing to ask any more.
    // Queued, so that it comes after the editor's end. Not connected to the editor's destruction,
    // as that comes with the window's too.
    QObject::connect(
        editor, &PipelineEditor::accountLeft, question,
        [question, answered] {
            if (question->isHidden()) // the user has answered
                return;
            question->reject();
            answered();
        },
        Qt::QueuedConnection);
    QObject::connect(question, &CloseQuestion::keepChosen, editor, answered);
    QObject::connect(question, &CloseQuestion::discardChosen, editor, [editor, answered] {
        editor->giveUpEdits();
        answered();
    });
    QObject::connect(question, &CloseQuestion::saveChosen, editor, [editor, answered] {
        QDialog *review = editor->reviewAndSave();
        if (!review)
            return;
        QObject::connect(review, &QDialog::finished, editor, [editor, answered] {
            if (!editor->hasEdits())
                answered();
        });
    });
    question->open();
}

} // namespace Sluice
