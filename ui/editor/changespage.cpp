// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/changespage.h"

#include "models/document/changesmodel.h"
#include "models/document/pipelinedocument.h"
#include "ui/editor/comparison.h"
#include "ui/shared/changestable.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

ChangesPage::ChangesPage(PipelineDocument *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_changes(new ChangesModel(this))
    , m_comparison(new Comparison(m_changes, this))
    , m_revert(new QPushButton(icon("undo-2"), tr("&Revert this change"), this))
{
    m_revert->setObjectName(u"revertChange"_s);
    m_revert->setProperty("small", true);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(Size::PageMargin, Size::Gap, Size::PageMargin, Size::Gap);
    auto *words = new TextLabel(tr("What a save would change. Order of tables, order of keys and "
                                   "upper or lower case of choices do not count."),
                                TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    words->setWordWrap(true); // the page may be narrow
    bar->addWidget(words, 1);
    bar->setSpacing(Size::Gap);
    bar->addWidget(m_comparison->sidesButton());
    bar->addWidget(m_revert);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_comparison, 1);
    connect(document, &PipelineDocument::changed, this, &ChangesPage::follow);
    connect(m_revert, &QPushButton::clicked, this, &ChangesPage::revert);
    connect(m_comparison->table()->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ChangesPage::enable);
    connect(m_changes, &QAbstractItemModel::modelReset, this, &ChangesPage::enable);
    follow();
    enable();
}

void ChangesPage::setRunnerNames(const QHash<QString, QString> &names)
{
    m_changes->setRunnerNames(names);
}

int ChangesPage::count() const
{
    return m_changes->rowCount();
}

void ChangesPage::follow()
{
    m_comparison->setSides(tr("On the server"), m_document->base(), tr("Edited"),
                           m_document->mine());
    if (m_shown == m_document->changes()) // a reset would lose the chosen row
        return;
    m_shown = m_document->changes();
    m_changes->setChanges(m_shown);
}

void ChangesPage::enable()
{
    m_revert->setEnabled(m_comparison->table()->currentIndex().isValid());
}

void ChangesPage::revert()
{
    const auto changes = m_comparison->table()
                             ->currentIndex()
                             .data(ChangesModel::ChangesRole)
                             .value<QList<Change>>();
    m_document->revert(changes);
}

} // namespace Sluice
