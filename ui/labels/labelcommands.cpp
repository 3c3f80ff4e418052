// SPDX-License-Identifier: Apache-2.0
#include "ui/labels/labelcommands.h"

#include "ui/labels/labeldialog.h"
#include "ui/shared/actions.h"

#include <algorithm>

namespace Sluice {

LabelCommands::LabelCommands(LabelBook *book, QWidget *window)
    : QObject(window)
    , m_book(book)
    , m_window(window)
{}

void LabelCommands::handle(Actions *actions)
{
    // Without a book the actions are disabled.
    actions->on(ActionId::Pin, this, [this, actions] {
        m_book->whenRecalled(this, [this, chosen = actions->selection()] { pin(chosen); });
    });
    actions->on(ActionId::Label, this, [this, actions] {
        m_book->whenRecalled(this, [this, chosen = actions->selection()] { edit(chosen); });
    });
}

LabelBook::Labels LabelCommands::labelsOf(const Selection &selection) const
{
    LabelBook::Labels labels;
    for (const SelectedPipeline &one : selection)
        labels.insert(one.key, m_book->label(one.key));
    return labels;
}

void LabelCommands::pin(const Selection &selection)
{
    LabelBook::Labels labels = labelsOf(selection);
    const bool areAllPinned = std::all_of(
        labels.cbegin(), labels.cend(), [](const PipelineLabel &label) { return label.isPinned; });
    for (PipelineLabel &label : labels)
        label.isPinned = !areAllPinned;
    m_book->set(labels);
}

void LabelCommands::edit(const Selection &selection)
{
    if (selection.isEmpty())
        return;
    auto *dialog =
        new LabelDialog(labelsOf(selection), selection.constFirst().name, m_book->tags(), m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_book->set(dialog->labels()); });
    dialog->open();
}

} // namespace Sluice
