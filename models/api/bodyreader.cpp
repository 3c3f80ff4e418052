// SPDX-License-Identifier: Apache-2.0
#include "models/api/bodyreader.h"

#include "models/json/jsontext.h"

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
                      const Request &request, const Answer &answer)
{
    QThreadPool::globalInstance()->start([reader, number, request, answer] {
        const Result<Reply> result = judgeBody(request, answer, readJson(answer.body));
        QMetaObject::invokeMethod(
            reader.get(), [reader, number, result] { reader->give(number, result); },
            Qt::QueuedConnection);
    });
}

void BodyReader::give(quint64 number, const Result<Reply> &result) const
{
    // A copy, because the handler may close this reader.
    const Take take = m_take;
    if (take)
        take(number, result);
}

} // namespace Sluice
