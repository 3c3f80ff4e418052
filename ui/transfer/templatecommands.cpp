// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/templatecommands.h"

#include "models/definition/definition.h"
#include "models/exchange/files/portable.h"
#include "models/fleet/fleet.h"
#include "models/store/localstore.h"
#include "ui/shared/actions.h"
#include "ui/shared/messagebox.h"
#include "ui/transfer/templatesdialog.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/namedialog.h"
#include "ui/widgets/questionbox.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace Sluice {

TemplateCommands::TemplateCommands(LocalStore *store, QWidget *window)
    : QObject(window)
    , m_store(store)
    , m_window(window)
    , m_menu(new QMenu(tr("New from te&mplate"), window))
{
    m_menu->setObjectName(u"templateMenu"_s);
    m_menu->menuAction()->setEnabled(false);
    if (!store)
        return;
    connect(store->templates(), &TemplateStore::changed, this, &TemplateCommands::fill);
    fill();
}

void TemplateCommands::handle(Actions *actions, Fleet *fleet)
{
    actions->setMenu(ActionId::NewFromTemplate, m_menu);
    actions->on(ActionId::Templates, this, &TemplateCommands::showList);
    actions->on(ActionId::SaveAsTemplate, this, [this, actions, fleet] {
        const Selection selection = actions->selection();
        if (!selection.isEmpty())
            save(fleet->pipelines()->definition(selection.first().key));
    });
}

void TemplateCommands::fill()
{
    m_store->templates()->list(this, [this](const StoreResult<QList<PipelineTemplate>> &read) {
        m_menu->clear();
        const QList<PipelineTemplate> templates = read ? *read : QList<PipelineTemplate>();
        if (!read) // that does not mean that there are none
            m_menu->addAction(tr("The templates could not be read. Try again"), this,
                              &TemplateCommands::fill);
        for (const PipelineTemplate &one : templates) {
            QString text = one.name;
            text.replace(u'&', u"&&"_s); // a menu reads & as a mnemonic
            m_menu->addAction(text, this, [this, one] { Q_EMIT chosen(one); });
        }
        m_menu->menuAction()->setEnabled(!m_menu->isEmpty());
    });
}

QString TemplateCommands::problemText(TemplateStore::Outcome outcome, LocalStore *store)
{
    switch (outcome) {
    case TemplateStore::Outcome::Done: break;
    case TemplateStore::Outcome::NoName: return tr("Enter a name.");
    case TemplateStore::Outcome::NameTaken: return tr("Another template has this name.");
    case TemplateStore::Outcome::NotFound: return tr("The template is not there any more.");
    case TemplateStore::Outcome::NotKept:
        return tr("It was not kept. %1").arg(store->database()->problem().text);
    }
    return {};
}

void TemplateCommands::save(const QJsonObject &definition)
{
    if (!m_store)
        return;
    const QJsonObject content = portableDefinition(definition);
    auto *dialog =
        new NameDialog(tr("Save as template"), Definition::name(content), tr("&Save"), m_window);
    connect(dialog, &NameDialog::nameChosen, this, [this, dialog, content](const QString &name) {
        m_store->templates()->save(name, content, TemplateStore::IfTaken::Refuse, dialog,
                                   [this, dialog, name, content](TemplateStore::Outcome outcome) {
                                       if (outcome != TemplateStore::Outcome::Done &&
                                           outcome != TemplateStore::Outcome::NameTaken) {
                                           dialog->showProblem(problemText(outcome, m_store));
                                           return;
                                       }
                                       dialog->accept();
                                       if (outcome == TemplateStore::Outcome::NameTaken)
                                           askToReplace(name, content);
                                       else
                                           saySaved(name);
                                   });
    });
    dialog->open();
}

void TemplateCommands::saySaved(const QString &name)
{
    const QWidget *focus = m_window->focusWidget();
    sayDone(tr("Saved as the template %1").arg(name), focus ? focus : m_window);
}

void TemplateCommands::askToReplace(const QString &name, const QJsonObject &definition)
{
    auto *box = new QuestionBox(tr("Replace the template %1?").arg(name),
                                tr("What it holds now is then gone."), tr("Replace"),
                                QuestionBox::Kind::Plain, m_window);
    connect(box, &QDialog::accepted, this, [this, name, definition] {
        m_store->templates()->save(name, definition, TemplateStore::IfTaken::Replace, this,
                                   [this, name](TemplateStore::Outcome outcome) {
                                       const QString problem = problemText(outcome, m_store);
                                       if (problem.isEmpty())
                                           saySaved(name);
                                       else
                                           showMessage(m_window, tr("The template was not saved."),
                                                       problem);
                                   });
    });
    box->open();
}

void TemplateCommands::showList()
{
    if (!m_store)
        return;
    auto *list = new TemplatesDialog(m_store, m_window);
    connect(list, &TemplatesDialog::chosen, this, &TemplateCommands::chosen);
    list->open();
}

} // namespace Sluice
