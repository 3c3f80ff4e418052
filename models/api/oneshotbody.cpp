// SPDX-License-Identifier: Apache-2.0
#include "models/api/oneshotbody.h"

#include <algorithm>
#include <cstring>

namespace Sluice {

OneShotBody::OneShotBody(QByteArray data, QObject *parent)
    : QIODevice(parent)
    , m_data(std::move(data))
{
    // Unbuffered: QIODevice's own buffer would read ahead and mayHaveLeft() would lie.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_data.size() - m_read + QIODevice::bytesAvailable();
}

bool OneShotBody::atEnd() const
{
    return m_read >= m_data.size();
}

bool OneShotBody::seek(qint64 position)
{
    Q_UNUSED(position)
    return false;
}

qint64 OneShotBody::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_data.size() - m_read);
    if (size <= 0)
        return -1;
    std::memcpy(data, m_data.constData() + m_read, static_cast<size_t>(size));
    m_read += size;
    return size;
}

qint64 OneShotBody::writeData(const char *data, qint64 size)
{
    Q_UNUSED(data)
    Q_UNUSED(size)
    return -1;
}

} // namespace Sluice
