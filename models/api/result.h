// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"

#include <functional>
#include <utility>
#include <variant>

namespace Sluice {

// A value, or the error why there is none (clang 14 has no std::expected).
template <typename T, typename Error = ApiError>
class Result
{
public:
    Result(T value)
        : m_data(std::in_place_index<0>, std::move(value))
    {}

    Result(Error error)
        : m_data(std::in_place_index<1>, std::move(error))
    {}

    explicit operator bool() const { return m_data.index() == 0; }

    const T &value() const { return std::get<0>(m_data); }

    T &value() { return std::get<0>(m_data); }

    const T &operator*() const { return value(); }

    const T *operator->() const { return &value(); }

    const Error &error() const { return std::get<1>(m_data); }

private:
    std::variant<T, Error> m_data;
};

template <typename T>
using Handler = std::function<void(const Result<T> &)>;

} // namespace Sluice
