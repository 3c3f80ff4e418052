// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/portable.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Sluice;
using namespace Qt::StringLiterals;

class TestPortable : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aNumberReplacesNothingInTheName()
    {
        const QString odd = u"Copy of %1 and %2"_s;
        QCOMPARE(nameOfCopy(odd, {odd}), odd + u" 2"_s);
    }
};

SLUICE_TEST(TestPortable, Core)
#include "tst_portable.moc"
