// SPDX-License-Identifier: Apache-2.0
#include "ui/references/referenceexport.h"

#include "models/exchange/files/wholefile.h"
#include "models/references/referencetables.h"
#include "models/support/csvtext.h"
#include "ui/shared/messagebox.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Sluice {

ReferenceExport::ReferenceExport(const ReferenceMonitor *monitor, const PathChooser &paths,
                                 QWidget *parent)
    : QObject(parent)
    , m_monitor(monitor)
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

void ReferenceExport::choosePath(Format format)
{
    const QString ending = format == Format::Csv ? u".csv"_s : u".md"_s;
    QString name;
    switch (m_shape) {
    case ReferencesBar::Shape::List: name = u"secret-references"_s; break;
    case ReferencesBar::Shape::ByVault: name = u"secrets-by-vault"_s; break;
    case ReferencesBar::Shape::ByRunner: name = u"secrets-by-runner"_s; break;
    }
    m_paths.saveFile(m_page->window(), tr("Export references"), name + ending,
                     [this, format](const QStringList &paths) {
                         if (!paths.isEmpty())
                             write(paths.first(), format);
                     });
}

QByteArray ReferenceExport::text(Format format) const
{
    ReferenceTables::Table table;
    QString title;
    switch (m_shape) {
    case ReferencesBar::Shape::List:
        table = ReferenceTables::references(*m_monitor);
        title = tr("References to secrets");
        break;
    case ReferencesBar::Shape::ByVault:
        table = ReferenceTables::vaults(*m_monitor);
        title = tr("Secrets by vault, with the pipelines that use them");
        break;
    case ReferencesBar::Shape::ByRunner:
        table = ReferenceTables::runners(*m_monitor);
        title = tr("Secrets that each runner must be able to read");
        break;
    }
    return format == Format::Csv ? csvText(table) : ReferenceTables::markdown(title, table);
}

void ReferenceExport::write(const QString &path, Format format)
{
    const QString problem = writeWhole(path, text(format));
    if (problem.isEmpty())
        showWritten(m_page->window(), tr("The references were exported."),
                    tr("File: %1").arg(QDir::toNativeSeparators(path)),
                    QFileInfo(path).absolutePath());
    else
        showMessage(m_page->window(), tr("The references were not exported."), problem);
}

} // namespace Sluice
