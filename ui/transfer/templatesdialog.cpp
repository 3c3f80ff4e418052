// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/templatesdialog.h"

#include "models/json/jsontext.h"
#include "models/store/localstore.h"
#include "ui/shared/messagebox.h"
#include "ui/theme/fonts.h"
#include "ui/transfer/templatecommands.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/namedialog.h"
#include "ui/widgets/questionbox.h"

#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize templatesSize{820, 520};

} // namespace

TemplatesDialog::TemplatesDialog(LocalStore *store, QWidget *parent)
    : Dialog(u"templatesDialog"_s, tr("Templates"), templatesSize, parent)
    , m_store(store)
    , m_list(new QListWidget(this))
    , m_empty(new EmptyState(m_list->viewport()))
    , m_json(new JsonView(this))
{
    m_list->setObjectName(u"templateList"_s);
    m_list->setAccessibleName(tr("Templates"));
    new FocusRing(m_list);
    m_empty->hide();
    QSplitter *parts = makeParts(Qt::Horizontal, {m_list, m_json});
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 2);
    QVBoxLayout *layout = makeColumn();
    layout->addWidget(parts, 1);
    layout->addLayout(makeButtons());
    connect(m_list, &QListWidget::currentRowChanged, this, &TemplatesDialog::choose);
    connect(store->templates(), &TemplateStore::changed, this, &TemplatesDialog::read);
    connect(m_list, &QListWidget::itemActivated, this, &TemplatesDialog::begin);
    auto *remove = new QShortcut(QKeySequence::Delete, m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, m_remove, &QPushButton::click);
    connect(m_empty, &EmptyState::buttonClicked, this, &TemplatesDialog::read);
    choose();
    read();
}

QLayout *TemplatesDialog::makeButtons()
{
    m_begin = addButton(tr("&New pipeline from it"), u"beginWithTemplate"_s);
    m_begin->setProperty("primary", true);
    m_rename = addButton(tr("&Rename…"), u"renameTemplate"_s);
    m_remove = addButton(tr("&Delete…"), u"deleteTemplate"_s);
    QPushButton *close = addButton(tr("Close"), u"closeTemplates"_s);
    QBoxLayout *layout = makeLine();
    layout->addWidget(m_rename);
    layout->addWidget(m_remove);
    layout->addStretch(1);
    layout->addWidget(close);
    layout->addWidget(m_begin);
    connect(m_begin, &QPushButton::clicked, this, &TemplatesDialog::begin);
    connect(m_rename, &QPushButton::clicked, this, &TemplatesDialog::rename);
    connect(m_remove, &QPushButton::clicked, this, &TemplatesDialog::askToRemove);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return layout;
}

void TemplatesDialog::read()
{
    m_store->templates()->list(this, [this](const StoreResult<QList<PipelineTemplate>> &templates) {
        if (templates)
            fill(*templates);
        else
            showUnread(templates.error());
    });
}

void TemplatesDialog::showUnread(const StoreProblem &problem)
{
    fill({});
    m_empty->setText(tr("The templates could not be read. %1").arg(problem.text), tr("Try again"));
}

void TemplatesDialog::fill(const QList<PipelineTemplate> &templates)
{
    const QString former = current().id;
    m_templates = templates;
    m_list->clear();
    int row = 0;
    for (const PipelineTemplate &one : templates) {
        if (one.id == former)
            row = m_list->count();
        m_list->addItem(one.name);
    }
    m_empty->setText(tr("There are no templates. Save a pipeline as one."));
    m_empty->setVisible(templates.isEmpty());
    m_json->setVisible(!templates.isEmpty());
    m_list->setCurrentRow(templates.isEmpty() ? -1 : row);
    choose();
}

PipelineTemplate TemplatesDialog::current() const
{
    return m_templates.value(m_list->currentRow());
}

void TemplatesDialog::choose()
{
    const PipelineTemplate one = current();
    const QString missing = !one.id.isEmpty()       ? QString()
                            : m_templates.isEmpty() ? tr("There are no templates.")
                                                    : tr("Choose a template first.");
    for (QPushButton *button : {m_begin, m_rename, m_remove}) {
        button->setEnabled(missing.isEmpty());
        button->setToolTip(missing);
    }
    m_json->setJson(one.id.isEmpty() ? QByteArray() : jsonText(one.definition));
}

void TemplatesDialog::begin()
{
    const PipelineTemplate one = current();
    accept();
    Q_EMIT chosen(one);
}

void TemplatesDialog::rename()
{
    const PipelineTemplate one = current();
    auto *dialog =
        new NameDialog(tr("Rename the template %1").arg(one.name), one.name, tr("&Rename"), this);
    connect(dialog, &NameDialog::nameChosen, this, [this, dialog, one](const QString &name) {
        m_store->templates()->rename(
            one.id, name, dialog, [this, dialog](TemplateStore::Outcome outcome) {
                if (outcome == TemplateStore::Outcome::Done)
                    dialog->accept();
                else
                    dialog->showProblem(TemplateCommands::problemText(outcome, m_store));
            });
    });
    dialog->open();
}

void TemplatesDialog::askToRemove()
{
    const PipelineTemplate one = current();
    auto *box = new QuestionBox(tr("Delete the template %1?").arg(one.name),
                                tr("Pipelines that began with it stay as they are."), tr("Delete"),
                                QuestionBox::Kind::Danger, this);
    connect(box, &QDialog::accepted, this, [this, one] {
        m_store->templates()->remove(one.id, this, [this](TemplateStore::Outcome outcome) {
            const QString problem = TemplateCommands::problemText(outcome, m_store);
            if (!problem.isEmpty())
                showMessage(this, tr("The template was not deleted."), problem);
        });
    });
    box->open();
}

} // namespace Sluice
