// SPDX-License-Identifier: Apache-2.0

// Writes into the local store at the given path until it is killed. Prints the number of each thing
// when the store says that it is kept. With "events", how many and how far ahead after the path, it
// writes events, that many at a time, and keeps so many writes waiting. A test kills this program.

#include "models/store/localstore.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

class Writer final : public QObject
{
public:
    explicit Writer(const QString &path)
        : m_store(path)
    {}

    void writeNext()
    {
        const int number = ++m_last;
        const QString name = QString::number(number);
        const QJsonObject definition{{u"name"_s, name}, {u"filler"_s, QString(3000, u'x')}};
        m_store.drafts()->save({.id = name, .edited = definition});
        m_store.drafts()->flush();
        m_store.versions()->record({u"acc"_s, u"p"_s, name}, definition,
                                   Sluice::Version::Origin::Read, this, [this, number](bool kept) {
                                       if (kept)
                                           std::printf("%d\n", number);
                                       std::fflush(stdout);
                                       writeNext();
                                   });
    }

private:
    Sluice::LocalStore m_store;
    int m_last = 0;
};

// Each write has a number, which is the name of its events.
class EventWriter final : public QObject
{
public:
    EventWriter(const QString &path, int eventsEach)
        : m_store(path)
        , m_eventsEach(eventsEach)
    {
        connect(m_store.events(), &Sluice::EventStore::added, this,
                [this](const QList<Sluice::Event> &events) {
                    writeNext();
                    std::printf("%s\n", qPrintable(events.constFirst().name));
                    std::fflush(stdout);
                });
    }

    void writeNext()
    {
        const QString name = QString::number(++m_last);
        const Sluice::Event event{.at = QDateTime::currentDateTimeUtc(),
                                  .key = {u"acc"_s, u"p"_s, name},
                                  .name = name,
                                  .before = u"STARTING"_s,
                                  .after = u"STREAMING"_s};
        m_store.events()->put(QList<Sluice::Event>(m_eventsEach, event));
    }

private:
    Sluice::LocalStore m_store;
    int m_eventsEach;
    int m_last = 0;
};

int writeEvents(const QStringList &words)
{
    EventWriter writer(words.value(1), words.value(3).toInt());
    const int ahead = words.value(4).toInt();
    for (int waiting = 0; waiting < ahead; ++waiting)
        writer.writeNext();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(2) == u"events"_s)
        return writeEvents(words);
    Writer writer(words.value(1));
    for (int waiting = 0; waiting < 10; ++waiting) // some writes are always under way
        writer.writeNext();
    return QCoreApplication::exec();
}
