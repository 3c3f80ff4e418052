// SPDX-License-Identifier: Apache-2.0
#include "ui/events/eventexport.h"

#include "models/events/eventtexts.h"
#include "models/exchange/files/wholefile.h"
#include "ui/shared/messagebox.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QPointer>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace Sluice {

EventExport::EventExport(EventStore *store, FilterNow filter, const PathChooser &paths,
                         QWidget *parent)
    : QObject(parent)
    , m_store(store)
    , m_filter(std::move(filter))
    , m_paths(paths)
    , m_page(parent)
    , m_menu(new QMenu(parent))
{
    m_menu->setObjectName(u"exportEventsMenu"_s);
    m_menu->setToolTipsVisible(true);
    const QString help = tr("All events that the filters let pass");
    m_menu->addAction(tr("As &CSV…"), this, [this] { choosePath(Format::Csv); })->setToolTip(help);
    m_menu->addAction(tr("As &JSON…"), this, [this] { choosePath(Format::Json); })
        ->setToolTip(help);
}

void EventExport::choosePath(Format format)
{
    const QString name = format == Format::Csv ? u"events.csv"_s : u"events.json"_s;
    m_paths.saveFile(m_page->window(), tr("Export events"), name,
                     [this, format](const QStringList &paths) {
                         if (!paths.isEmpty())
                             write(paths.first(), format);
                     });
}

// A month of events takes a while to write: beside the window's thread.
void EventExport::write(const QString &path, Format format)
{
    m_store->page(m_filter(), 0, EventStore::mostKept, this,
                  [this, path, format](const StoreResult<EventStore::Page> &page) {
                      if (!page) {
                          tell(path, 0, page.error().text);
                          return;
                      }
                      QThreadPool::globalInstance()->start([path, format, events = page->events,
                                                            guard = QPointer(this)] {
                          const QByteArray text = format == Format::Csv ? EventTexts::csv(events)
                                                                        : EventTexts::json(events);
                          const QString problem = writeWhole(path, text);
                          const qsizetype count = events.size();
                          QMetaObject::invokeMethod(
                              qApp,
                              [guard, path, count, problem] {
                                  if (guard)
                                      guard->tell(path, int(count), problem);
                              },
                              Qt::QueuedConnection);
                      });
                  });
}

void EventExport::tell(const QString &path, int count, const QString &problem)
{
    if (problem.isEmpty())
        showWritten(m_page->window(), tr("%Ln event(s) were exported.", nullptr, count),
                    tr("File: %1").arg(QDir::toNativeSeparators(path)),
                    QFileInfo(path).absolutePath());
    else
        showMessage(m_page->window(), tr("The events were not exported."), problem);
}

} // namespace Sluice
