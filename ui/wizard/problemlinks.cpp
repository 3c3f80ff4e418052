// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/problemlinks.h"

#include "models/form/formmodel.h"
#include "ui/form/noteline.h"
#include "ui/theme/fonts.h"
#include "ui/wizard/wizardpages.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int mostLinks = 6;

} // namespace

ProblemLinks::ProblemLinks(const FormModel *form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_fact(new NoteLine(Family::Warning, this))
    , m_links(new QLabel(this))
{
    setObjectName(u"problemLinks"_s);
    m_links->setObjectName(u"problemLinksText"_s);
    m_links->setTextFormat(Qt::RichText);
    m_links->setWordWrap(true);
    m_links->setFont(smallFont());
    m_links->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_links->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap / 2);
    layout->addWidget(m_fact);
    layout->addWidget(m_links);
    connect(m_links, &QLabel::linkActivated, this, &ProblemLinks::fieldRequested);
}

void ProblemLinks::refresh()
{
    QStringList links;
    int count = 0;
    for (int row = 0; row < m_form->rowCount(); ++row) {
        if (m_form->checkRow(row).isEmpty() || ++count > mostLinks)
            continue;
        const QModelIndex index = m_form->index(row);
        const auto section = Section(index.data(FormModel::SectionRole).toInt());
        const QString label = tr("%1: %2").arg(WizardPages::title(WizardPages::pageOf(section)),
                                               index.data(FormModel::LabelRole).toString());
        links.append(u"<a href=\"%1\">%2</a>"_s.arg(index.data(FormModel::PathRole).toString(),
                                                    label.toHtmlEscaped()));
    }
    if (count > mostLinks)
        links.append(tr("%1 more").arg(count - mostLinks));
    setVisible(count > 0);
    QStringList fact;
    if (count > 0)
        fact.append(count == 1 ? tr("1 field looks wrong.")
                               : tr("%1 fields look wrong.").arg(count));
    // With a draft the footer says why nothing can be created.
    if (count > 0 && m_form->draftLabel().isEmpty())
        fact.append(tr("The server will probably refuse the pipeline. You can try all the same."));
    m_fact->setText(fact.join(u' '));
    m_links->setText(links.join(u" &nbsp;·&nbsp; "_s));
}

} // namespace Sluice
