// SPDX-License-Identifier: Apache-2.0
#include "models/api/bodyreader.h"

#include "models/json/jsontext.h"

#include <QThread>
#include <QThreadPool>

namespace Sluice {

BodyReader::BodyReader(Deliver deliver)
    : m_deliver(std::move(deliver))
{}

std::shared_ptr<BodyReader> BodyReader::create(Deliver deliver)
{
    return {new BodyReader(std::move(deliver)), [](BodyReader *reader) {
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
    const Deliver deliver = m_deliver;
    if (deliver)
        deliver(number, result);
}

} // namespace Sluice
