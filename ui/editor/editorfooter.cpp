// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/editorfooter.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

EditorFooter::EditorFooter(QWidget *parent)
    : QWidget(parent)
    , m_state(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_revert(new QPushButton(icon("undo-2"), tr("Revert all"), this))
    , m_save(new QPushButton(tr("Review and save…"), this))
{
    m_state->setObjectName(u"editorState"_s);
    m_revert->setObjectName(u"revertAll"_s);
    m_save->setObjectName(u"reviewAndSave"_s);
    m_save->setProperty("primary", true);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Size::PageMargin, Size::Gap, Size::PageMargin, Size::Gap);
    line->setSpacing(Size::Gap);
    line->addWidget(m_state, 1);
    line->addWidget(m_revert);
    line->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(new Rule(this));
    layout->addLayout(line);
    connect(m_revert, &QPushButton::clicked, this, &EditorFooter::revertRequested);
    connect(m_save, &QPushButton::clicked, this, &EditorFooter::saveRequested);
}

void EditorFooter::setState(const State &state)
{
    m_state->setText(words(state));
    m_revert->setEnabled(state.hasEdits);
    m_save->setEnabled(state.canSave);
}

QString EditorFooter::words(const State &state)
{
    const auto time = [](const QDateTime &when) {
        return when.toLocalTime().toString(u"HH:mm:ss"_s);
    };
    if (state.hasFault)
        return tr("The JSON has a fault. Fix it or undo to save.");
    if (!state.unfinished.isEmpty())
        return tr("%1 is not finished. Complete it to save.").arg(state.unfinished);
    if (!state.isDirty)
        return state.saved.isValid() ? tr("No changes, saved %1").arg(time(state.saved))
                                     : tr("No changes");
    const QString changes = state.changes == 0 ? tr("Only order or upper and lower case differ")
                                               : tr("%n change(s)", nullptr, state.changes);
    return state.draftKept.isValid() ? tr("%1, draft kept %2").arg(changes, time(state.draftKept))
                                     : changes;
}

} // namespace Sluice
