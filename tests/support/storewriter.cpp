// SPDX-License-Identifier: Apache-2.0

// Writes into the local store at the given path until it is killed. Prints the number of each thing
// when the store says that it is kept. A test kills this program.

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

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Writer writer(QCoreApplication::arguments().value(1));
    for (int waiting = 0; waiting < 10; ++waiting) // some writes are always under way
        writer.writeNext();
    return QCoreApplication::exec();
}
