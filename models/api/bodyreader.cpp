// SPDX-License-Identifier: Apache-2.0
#include "models/api/bodyreader.h"

#include "models/pipeline/jsontext.h"

#include <QThread>
#include <QThreadPool>

namespace Sluice {

BodyReader::BodyReader(Take take)
    : m_take(std::move(take))
{}

std::shared_ptr<BodyReader> BodyReader::create(Take take)
{
    return {new BodyReader(std::move(take)), [](BodyReader *reader) {
                if (reader->thread() == QThread::currentThread())
                    delete reader;
                else
                    reader->deleteLater();
            }};
}

void BodyReader::read(const std::shared_ptr<BodyReader> &reader, quint64 number,
                      const QByteArray &body)
{
    QThreadPool::globalInstance()->start([reader, number, body] {
        const QJsonDocument json = readJson(body);
        QMetaObject::invokeMethod(
            reader.get(), [reader, number, json] { reader->give(number, json); },
            Qt::QueuedConnection);
    });
}

void BodyReader::give(quint64 number, const QJsonDocument &json) const
{
    // A copy: the one who takes may close this reader.
    const Take take = m_take;
    if (take)
        take(number, json);
}

} // namespace Sluice
