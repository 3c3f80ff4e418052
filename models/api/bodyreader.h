// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonDocument>
#include <QObject>

#include <functional>
#include <memory>

namespace Sluice {

// Parses large JSON bodies in worker threads and gives them back in its own thread, by number. It
// is shared with its workers and so outlives the one that asked, who closes it; it is taken apart
// in its own thread, whoever lets go of it last.
class BodyReader : public QObject
{
    Q_OBJECT

public:
    using Take = std::function<void(quint64 number, const QJsonDocument &json)>;

    static std::shared_ptr<BodyReader> create(Take take);

    // Parses in a worker; take runs later, from the event loop. A null document: it is no JSON.
    static void read(const std::shared_ptr<BodyReader> &reader, quint64 number,
                     const QByteArray &body);

    // Nothing is given back any more.
    void close() { m_take = nullptr; }

private:
    explicit BodyReader(Take take);
    void give(quint64 number, const QJsonDocument &json) const;

    Take m_take;
};

} // namespace Sluice
