// SPDX-License-Identifier: Apache-2.0
#include "ui/references/secretexport.h"

#include "models/exchange/files/wholefile.h"
#include "models/references/secrettables.h"
#include "ui/shared/messagebox.h"

#include <QDir>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Sluice {

SecretExport::SecretExport(const ReferenceMonitor *watch, const PathChooser &paths, QWidget *parent)
    : QObject(parent)
    , m_watch(watch)
    , m_paths(paths)
    , m_page(parent)
    , m_menu(new QMenu(parent))
{
    m_menu->setObjectName(u"exportSecretsMenu"_s);
    m_menu->setToolTipsVisible(true);
    const QString help = tr("All references, also those that the filters hide");
    m_menu->addAction(tr("As &CSV…"), this, [this] { choosePath(Format::Csv); })->setToolTip(help);
    m_menu->addAction(tr("As &Markdown…"), this, [this] { choosePath(Format::Markdown); })
        ->setToolTip(help);
}

void SecretExport::choosePath(Format format)
{
    const QString ending = format == Format::Csv ? u".csv"_s : u".md"_s;
    QString name;
    switch (m_shape) {
    case SecretsBar::Shape::List: name = u"secret-references"_s; break;
    case SecretsBar::Shape::ByVault: name = u"secrets-by-vault"_s; break;
    case SecretsBar::Shape::ByRunner: name = u"secrets-by-runner"_s; break;
    }
    m_paths.saveFile(m_page->window(), tr("Export references"), name + ending,
                     [this, format](const QStringList &paths) {
                         if (!paths.isEmpty())
                             write(paths.first(), format);
                     });
}

QByteArray SecretExport::text(Format format) const
{
    SecretTables::Table table;
    QString title;
    switch (m_shape) {
    case SecretsBar::Shape::List:
        table = SecretTables::references(*m_watch);
        title = tr("References to secrets");
        break;
    case SecretsBar::Shape::ByVault:
        table = SecretTables::vaults(*m_watch);
        title = tr("Secrets by vault, with the pipelines that use them");
        break;
    case SecretsBar::Shape::ByRunner:
        table = SecretTables::runners(*m_watch);
        title = tr("Secrets that each runner must be able to read");
        break;
    }
    return format == Format::Csv ? SecretTables::csv(table) : SecretTables::markdown(title, table);
}

void SecretExport::write(const QString &path, Format format)
{
    const QString problem = writeWhole(path, text(format));
    if (problem.isEmpty())
        showMessage(m_page->window(), tr("The references were exported."),
                    tr("File: %1").arg(QDir::toNativeSeparators(path)));
    else
        showMessage(m_page->window(), tr("The references were not exported."), problem);
}

} // namespace Sluice
