// SPDX-License-Identifier: Apache-2.0
#include "ui/views/viewcommands.h"

#include "models/fleet/navigation/navigationmodel.h"
#include "ui/dashboard/dashboardpage.h"
#include "ui/navigation/navigationview.h"
#include "ui/shared/messagebox.h"
#include "ui/views/viewsdialog.h"
#include "ui/widgets/namedialog.h"

#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto accountKey = "dashboard/place/account"_L1;
constexpr auto projectKey = "dashboard/place/project"_L1;

} // namespace

ViewCommands::ViewCommands(QSettings *settings, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_views(new SavedViews(settings, this))
    , m_window(window)
    , m_menu(new QMenu(tr("Vie&ws"), window))
{
    m_menu->setObjectName(u"viewsMenu"_s);
    m_menu->setToolTipsVisible(true);
}

void ViewCommands::handle(const ViewParts &parts)
{
    m_parts = parts;
    connect(m_menu, &QMenu::aboutToShow, this, &ViewCommands::fill);
    // Queued: the entry that changed something must not go before it has ended.
    connect(m_views, &SavedViews::changed, this, &ViewCommands::fill, Qt::QueuedConnection);
    connect(parts.tree, &NavigationView::currentNodeChanged, this, [this] {
        if (!m_isApplying)
            m_placeless.reset(); // the user goes somewhere else
    });
    connect(parts.nodes, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_placeless || !placeOf(*m_placeless).isValid())
            return;
        const QScopedValueRollback applies(m_isApplying, true);
        m_parts.tree->setCurrentIndex(placeOf(*m_placeless));
        m_placeless.reset();
    });
    fill();
}

void ViewCommands::fill()
{
    m_menu->clear();
    const SavedView now = current();
    bool isShown = false;
    for (const SavedView &view : m_views->all()) {
        QString text = view.name;
        text.replace(u'&', u"&&"_s); // a menu reads & as a mnemonic
        QAction *action = m_menu->addAction(text, this, [this, view] { show(view); });
        action->setCheckable(true);
        action->setChecked(view.isLike(now));
        isShown = isShown || action->isChecked();
    }
    m_menu->addSeparator();
    m_menu->addAction(tr("&Save as a view…"), this, &ViewCommands::save)
        ->setToolTip(tr("Keep the filters, the project, the order and the columns under a name"));
    if (!isShown && m_views->view(m_shown)) {
        QString name = m_shown;
        name.replace(u'&', u"&&"_s);
        m_menu->addAction(tr("&Replace %1 by this").arg(name), this, &ViewCommands::replace);
    }
    QAction *manage = m_menu->addAction(tr("&Manage views…"), this,
                                        [this] { (new ViewsDialog(m_views, m_window))->open(); });
    manage->setEnabled(!m_views->all().isEmpty());
    if (!manage->isEnabled())
        manage->setToolTip(tr("There are no saved views."));
}

SavedView ViewCommands::current() const
{
    SavedView view = m_parts.dashboard->view();
    const PipelineFilter::Scope scope = m_parts.tree->currentScope();
    view.account = scope.account;
    view.project = scope.project;
    return view;
}

QModelIndex ViewCommands::placeOf(const SavedView &view) const
{
    return view.project.isEmpty() ? m_parts.nodes->indexOfAccount(view.account)
                                  : m_parts.nodes->indexOfProject(view.account, view.project);
}

void ViewCommands::showStart()
{
    if (const std::optional<SavedView> view = m_views->start()) {
        apply(*view);
        waitForPlace(*view);
        return;
    }
    SavedView last;
    last.account = m_settings->value(accountKey).toString();
    last.project = m_settings->value(projectKey).toString();
    waitForPlace(last);
    if (const QModelIndex place = placeOf(last); !last.account.isEmpty() && place.isValid())
        m_parts.tree->setCurrentIndex(place);
}

void ViewCommands::keepPlace()
{
    const PipelineFilter::Scope scope = m_parts.tree->currentScope();
    // Nobody went anywhere while the place has not come.
    if (m_placeless)
        return;
    m_settings->setValue(accountKey, scope.account);
    m_settings->setValue(projectKey, scope.project);
}

void ViewCommands::show(const SavedView &view)
{
    if (!view.account.isEmpty() && !placeOf(view).isValid()) {
        showMessage(m_window, tr("The view %1 cannot be shown.").arg(view.name),
                    view.project.isEmpty()
                        ? tr("Its account is not connected. Connect it first.")
                        : tr("Its project is not there. Connect its account first, or ask whether "
                             "the project was deleted."));
        return;
    }
    apply(view);
    m_parts.showDashboard();
}

void ViewCommands::apply(const SavedView &view)
{
    const QScopedValueRollback applies(m_isApplying, true);
    m_placeless.reset();
    m_shown = view.name;
    const QModelIndex place = view.account.isEmpty() ? QModelIndex() : placeOf(view);
    if (place.isValid())
        m_parts.tree->setCurrentIndex(place);
    else
        m_parts.showAll();
    m_parts.dashboard->showView(view);
}

void ViewCommands::waitForPlace(const SavedView &view)
{
    if (!view.account.isEmpty() && !placeOf(view).isValid())
        m_placeless = view;
}

QString ViewCommands::problemText(SavedViews::Outcome outcome)
{
    switch (outcome) {
    case SavedViews::Outcome::Done: break;
    case SavedViews::Outcome::NoName: return tr("Enter a name.");
    case SavedViews::Outcome::NameTaken: return tr("Another view has this name.");
    case SavedViews::Outcome::Secret:
        return tr("The text of the filter may hold a secret, which is never kept. Clear the filter "
                  "first.");
    case SavedViews::Outcome::NotFound: return tr("The view is not there any more.");
    }
    return {};
}

void ViewCommands::save()
{
    const SavedView view = current();
    auto *dialog = new NameDialog(tr("Save filters, project, order and columns as a view"), {},
                                  tr("&Save"), m_window);
    connect(dialog, &NameDialog::nameChosen, this, [this, dialog, view](const QString &name) {
        SavedView named = view;
        named.name = name;
        const SavedViews::Outcome outcome = m_views->add(named);
        if (outcome == SavedViews::Outcome::Done) {
            m_shown = name;
            dialog->accept();
        } else {
            dialog->showProblem(problemText(outcome));
        }
    });
    dialog->open();
}

void ViewCommands::replace()
{
    SavedView view = current();
    view.name = m_shown;
    const QString problem = problemText(m_views->replace(view));
    if (!problem.isEmpty())
        showMessage(m_window, tr("The view was not saved."), problem);
}

} // namespace Sluice
