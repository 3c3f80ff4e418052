// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/reviewpage.h"

#include "models/definition/definition.h"
#include "models/fleet/pipelinecreation.h"
#include "models/fleet/runnerchoices.h"
#include "models/json/jsontext.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/taborder.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/findinglinks.h"
#include "ui/wizard/problemlinks.h"
#include "ui/wizard/wizardpages.h"

#include <QGridLayout>
#include <QJsonArray>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace Sluice {

ReviewPage::ReviewPage(const FormModel *form, const RunnerChoices *runners,
                       const PipelineModel *pipelines, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_runners(runners)
    , m_pipelines(pipelines)
    , m_links(new ProblemLinks(form, this))
    , m_findings(new FindingLinks(form, this))
    , m_facts(new QGridLayout)
    , m_json(new JsonView(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    // Many findings scroll, so that they do not push the buttons off a small screen.
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(scroll);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(scroll);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, Size::Gap, 24, Size::PageMargin);
    layout->setSpacing(Size::PageMargin);
    layout->addWidget(m_links);
    layout->addWidget(m_findings);
    layout->addLayout(m_facts);
    layout->addWidget(m_json, 1);
    m_facts->setHorizontalSpacing(Size::PageMargin);
    m_facts->setVerticalSpacing(Size::Gap / 2);
    m_facts->setColumnStretch(1, 1);
    addFact(tr("Name"), "summaryName");
    addFact(tr("Project"), "summaryProject");
    addFact(tr("Runner"), "summaryRunner");
    addFact(tr("Source"), "summarySource");
    addFact(tr("Tables"), "summaryTables");
    addFact(tr("Target"), "summaryTarget");
    m_json->setMinimumHeight(160);
    connect(m_links, &ProblemLinks::fieldRequested, this, &ReviewPage::fieldRequested);
    connect(m_findings, &FindingLinks::fieldRequested, this, &ReviewPage::fieldRequested);
}

void ReviewPage::addFact(const QString &label, const char *name)
{
    const int row = m_facts->rowCount();
    auto *fact = new QLabel(this);
    fact->setObjectName(QLatin1String(name));
    fact->setTextFormat(Qt::PlainText);
    fact->setWordWrap(true);
    fact->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *caption = new TextLabel(label, TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    caption->setMinimumWidth(72);
    m_facts->addWidget(caption, row, 0, Qt::AlignTop);
    m_facts->addWidget(fact, row, 1);
}

void ReviewPage::setFact(const char *name, const QString &text, const QString &nothing)
{
    findChild<QLabel *>(QLatin1String(name))->setText(text.isEmpty() ? nothing : text);
}

void ReviewPage::setProject(const QString &account, const QString &id, const QString &name)
{
    m_account = account;
    m_projectName = name;
    m_links->setProjectMissing(id.isEmpty());
    refresh();
}

QWidget *ReviewPage::firstStop() const
{
    for (QWidget *links : {static_cast<QWidget *>(m_links), static_cast<QWidget *>(m_findings)}) {
        if (links->isVisibleTo(this))
            return TabOrder::stopsIn(links).value(0);
    }
    return nullptr;
}

QString ReviewPage::sourceText() const
{
    const auto part = [this](const char *key) {
        const QString path = u"streamingSource.connection."_s + QLatin1String(key);
        return valueAsText(m_form->value(path));
    };
    QString place = part("host");
    if (!place.isEmpty() && !part("port").isEmpty()) // a port alone names no place
        place += u':' + part("port");
    if (!part("database").isEmpty())
        place += u'/' + part("database");
    return QStringList{sourceTypeName(*m_form), place}.join(u"  "_s).trimmed();
}

QString ReviewPage::targetText() const
{
    QStringList place;
    for (const QString &key : {u"connection.accountName"_s, u"database"_s, u"tableSchema"_s,
                               u"bucket"_s, u"accountName"_s, u"container"_s, u"prefix"_s})
        place.append(m_form->value(u"streamingTarget."_s + key).toString());
    place.removeAll(QString());
    return QStringList{targetTypeName(*m_form), place.join(u" / "_s)}.join(u"  "_s).trimmed();
}

void ReviewPage::refresh()
{
    const auto tables = m_form->value(u"streamingSource.tables"_s).toArray().size();
    const QString notChosen = tr("not chosen yet");
    const QString notEntered = tr("not entered yet");
    setFact("summaryName", Definition::name(m_form->definition()), notEntered);
    setFact("summaryProject", m_projectName, notChosen);
    setFact("summaryRunner", m_runners->textFor(m_form->value(u"agentId"_s).toString()), notChosen);
    setFact("summarySource", sourceText(), notChosen);
    setFact("summaryTables", tables > 0 ? QString::number(tables) : QString(), notEntered);
    setFact("summaryTarget", targetText(), notChosen);
    m_json->setJson(PipelineCreation::jsonOf(m_form->definition()));
    m_links->refresh();
    const QString runner = m_form->value(u"agentId"_s).toString();
    m_findings->setFindings(
        definitionFindings(*m_form, *m_pipelines, m_account, m_runners->cloudOf(runner)));
}

} // namespace Sluice
