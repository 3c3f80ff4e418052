// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/importreview.h"

#include "models/document/changesmodel.h"
#include "models/exchange/files/importmodel.h"
#include "models/json/jsontext.h"
#include "ui/shared/changestable.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/readonlytext.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

enum Page { ShowsChanges, ShowsDefinition, ShowsProblems };

constexpr int importResultLines = 4; // more of them scroll

} // namespace

ImportReview::ImportReview(const ImportModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_changes(new ChangesModel(this))
    , m_title(new TextLabel({}, TextLabel::Role::Section, TextLabel::Ink::Text, this))
    , m_look(new QPushButton(tr("&Look for it"), this))
    , m_result(new ReadOnlyText(u"importResult"_s, tr("What became of it"), this))
    , m_doubts(new ReadOnlyText(u"importDoubts"_s, tr("Problems and remarks"), this))
    , m_pages(new QStackedWidget(this))
    , m_json(new JsonView(m_pages))
    , m_problems(new ReadOnlyText(u"importProblems"_s, tr("Problems"), m_pages))
{
    m_title->setObjectName(u"importReviewTitle"_s);
    m_look->setObjectName(u"lookForIt"_s);
    m_look->setAutoDefault(false);
    m_look->setToolTip(tr("Ask the server what became of it"));
    for (ReadOnlyText *text : {m_result, m_doubts})
        text->setLines(importResultLines);
    m_pages->addWidget(new ChangesTable(m_changes, m_pages));
    m_pages->addWidget(m_json);
    m_pages->addWidget(m_problems);
    auto *head = new QHBoxLayout;
    head->setSpacing(Size::Gap);
    head->addWidget(m_title, 1);
    head->addWidget(m_look);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Size::Gap, 0, 0);
    layout->setSpacing(Size::Gap);
    layout->addLayout(head);
    layout->addWidget(m_result);
    layout->addWidget(m_doubts);
    layout->addWidget(m_pages, 1);
    connect(m_look, &QPushButton::clicked, this, &ImportReview::lookRequested);
    showRow(-1);
}

void ImportReview::setCanLook(bool can)
{
    m_look->setEnabled(can);
}

void ImportReview::showRow(int row)
{
    m_changes->setChanges({});
    m_doubts->hide();
    m_pages->setVisible(row >= 0);
    if (row < 0)
        m_title->setText(tr("Select a row to see what importing it would do."));
    else
        showMatch(row);
    showResult(row);
}

void ImportReview::showResult(int row)
{
    const QModelIndex index = m_model->index(row, 0);
    const auto state = ItemState(index.data(ImportModel::StateRole).toInt());
    const QString name = row < 0 ? QString() : m_model->entry(row).name();
    m_look->setVisible(state == ItemState::Unknown);
    const bool isBad = state == ItemState::Failed || isUnknown(state);
    m_result->showText(isBad ? index.data(ImportModel::ResultRole).toString() : QString());
    if (state == ItemState::Failed)
        m_title->setText(tr("%1 was not imported.").arg(name));
    else if (isUnknown(state))
        m_title->setText(tr("It is not known whether %1 was imported.").arg(name));
    else if (state == ItemState::Done)
        m_title->setText(tr("%1 was imported.").arg(name));
}

void ImportReview::showMatch(int row)
{
    const ImportEntry &entry = m_model->entry(row);
    const ImportMatch &match = m_model->matchAt(row);
    const QString problems =
        m_model->index(row, 0).data(ImportModel::ProblemsRole).toStringList().join(u'\n');
    const bool isPossible =
        match.action != ImportAction::Unusable && match.action != ImportAction::Ambiguous;
    m_doubts->showText(isPossible ? problems : QString());
    switch (match.action) {
    case ImportAction::Update:
        m_title->setText(tr("%1 would change like this:").arg(entry.name()));
        m_changes->setChanges(match.changes);
        m_pages->setCurrentIndex(ShowsChanges);
        return;
    case ImportAction::NoChange:
        m_title->setText(tr("The project's %1 says the same.").arg(entry.name()));
        m_pages->setCurrentIndex(ShowsChanges);
        return;
    case ImportAction::Create:
        m_title->setText(tr("%1 would be created like this:").arg(entry.name()));
        m_json->setJson(jsonText(*entry.definition));
        m_pages->setCurrentIndex(ShowsDefinition);
        return;
    case ImportAction::Unusable:
    case ImportAction::Ambiguous: break;
    }
    m_title->setText(tr("%1 cannot be imported.").arg(entry.place()));
    m_problems->setPlainText(problems);
    m_pages->setCurrentIndex(ShowsProblems);
}

} // namespace Sluice
