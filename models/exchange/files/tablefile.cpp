// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/tablefile.h"

#include "models/exchange/files/wholefile.h"
#include "models/form/tables/tabletext.h"
#include "models/support/detachedthreads.h"

#include <QPromise>
#include <QStringDecoder>

#include <memory>

namespace Sluice {

namespace {

// Runs in the thread.
TableFile::Content contentOf(const QString &path)
{
    const FileContent file = readWhole(path, TableFile::most);
    if (!file.problem.isEmpty())
        return {{}, file.problem};
    // Spreadsheets write UTF-16 with a mark at its start.
    const auto encoding = QStringConverter::encodingForData(file.bytes);
    // Stateless, because nothing follows that could complete a cut character.
    QStringDecoder decoder(encoding.value_or(QStringConverter::Utf8),
                           QStringConverter::Flag::Stateless);
    const QString text = decoder.decode(file.bytes);
    const bool isUtf16 = encoding && (*encoding == QStringConverter::Utf16LE ||
                                      *encoding == QStringConverter::Utf16BE);
    if ((isUtf16 && file.bytes.size() % 2 != 0) || decoder.hasError() || !text.isValidUtf16() ||
        text.contains(QChar(u'\0')))
        return {{}, TableFile::tr("it is not text in UTF-8 or UTF-16")};
    return {TableText::read(text), {}};
}

} // namespace

TableFile::TableFile(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{}

TableFile::~TableFile()
{
    m_watcher.disconnect(this);
}

void TableFile::start()
{
    // The thread owns everything it uses, so it may outlive this object.
    const auto promise = std::make_shared<QPromise<Content>>();
    connect(&m_watcher, &QFutureWatcherBase::finished, this,
            [this] { Q_EMIT finished(m_watcher.result()); });
    m_watcher.setFuture(promise->future());
    DetachedThreads::start([promise, path = m_path] {
        promise->start();
        promise->addResult(contentOf(path));
        promise->finish();
    });
}

} // namespace Sluice
